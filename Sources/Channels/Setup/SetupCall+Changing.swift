import Kernel
package import Messaging

/// The calls that connect an account.
extension SetupCall {
    /// Has the account deliver to our app: these fields, where they are chosen for the account.
    ///
    /// A number's and a linked account's fields are chosen for the app (`choose`); a linked account's Page wants any field of
    /// its own. Nil where the number's business account isn't known.
    package static func subscribe(_ target: SetupTarget) -> SetupCall? {
        guard let node = subscriptionNode(of: target) else { return nil }
        let fields =
            switch (target.channel, target.isLinked) {
            case (.whatsapp, _): [String]()
            case (.instagram, true): ["feed"]
            default: SubscribedFields.of(target.channel)
            }
        let query = fields.isEmpty ? [] : [Pair("subscribed_fields", fields.joined(separator: ","))]
        return SetupCall(.post, "\(node)/subscribed_apps", query: query)
    }

    /// Chooses what the app is told of one kind of account, and where; the platform calls there before it answers.
    package static func choose(
        fieldsOf channel: ChannelKind,
        isLinked: Bool,
        for app: String,
        callback: String,
        verifyToken: String
    ) -> SetupCall {
        let body = json { call in
            call.field("object", SubscribedFields.object(of: channel))
            call.field("callback_url", callback)
            call.field("verify_token", verifyToken)
            call.field("fields", SubscribedFields.of(channel, isLinked: isLinked).joined(separator: ","))
        }
        return SetupCall(.post, "\(app)/subscriptions", body: body, opening: .app)
    }

    /// Takes parts of a Page's or Instagram account's front away, by their names.
    package static func remove(_ names: [String], of target: SetupTarget) -> SetupCall {
        let body = json { call in
            if target.channel == .instagram { call.field("platform", "instagram") }
            call.arrayField("fields") { list in
                for name in names { list.string(name) }
            }
        }
        return SetupCall(.delete, "\(target.node)/messenger_profile", body: body)
    }

    /// Sets these parts of what people see before they write; their values are JSON.
    package static func set(_ parts: [FrontPart], of target: SetupTarget) -> SetupCall {
        let body = json { call in
            if target.channel == .instagram { call.field("platform", "instagram") }
            for part in parts {
                call.key(part.name)
                call.raw(part.value)
            }
        }
        let edge = target.channel == .whatsapp ? "conversational_automation" : "messenger_profile"
        return SetupCall(.post, "\(target.node)/\(edge)", body: body)
    }
}
