package import Commerce
package import Kernel
package import Messaging

/// What the platforms' answers to the reading calls say.
package enum SetupReading {
    /// Whether the token's account is the one that was meant, and what people call it.
    package static func identity(_ answer: JSONValue, of target: SetupTarget) -> (isSame: Bool, name: String?) {
        switch (target.channel, target.isLinked) {
        case (.whatsapp, _):
            let name = answer["display_phone_number"]?.filled ?? answer["verified_name"]?.filled
            return (answer["id"]?.text == target.id, name)
        case (.messenger, _): return (answer["id"]?.text == target.id, answer["name"]?.filled)
        case (.instagram, true):
            return (answer["instagram_business_account"]?["id"]?.text == target.id, answer["name"]?.filled)
        case (.instagram, false): return (answer["user_id"]?.text == target.id, answer["username"]?.filled)
        }
    }

    /// The fields that an account delivers to our app; nil where it delivers to none of ours.
    ///
    /// Where `app` is not known, any app's entry counts. An entry without fields has an empty set: they are chosen elsewhere.
    package static func subscription(_ answer: JSONValue, app: String?) -> Set<String>? {
        let entries = answer["data"]?.elements.map { $0 } ?? []
        let ours = entries.first { entry in
            let id = (entry["whatsapp_business_api_data"]?["id"] ?? entry["id"])?.text
            return app == nil || id == nil || id == app
        }
        guard let ours else { return nil }
        return Set(ours["subscribed_fields"]?.elements.compactMap(\.filled) ?? [])
    }

    /// What an app chose for one kind of account.
    package struct Choice: Sendable, Equatable {
        package let callback: String
        package let fields: Set<String>
        package let isActive: Bool
    }

    /// The app's choice for a channel; nil where it has none.
    package static func choice(_ answer: JSONValue, for channel: ChannelKind) -> Choice? {
        let object = SubscribedFields.object(of: channel)
        guard let entry = answer["data"]?.elements.first(where: { $0["object"]?.filled == object }) else { return nil }
        let fields = entry["fields"]?.elements.compactMap { $0["name"]?.filled ?? $0.filled } ?? []
        return Choice(
            callback: entry["callback_url"]?.filled ?? "",
            fields: Set(fields),
            isActive: entry["active"]?.bool ?? true
        )
    }

    /// The part of a front by its name, in whichever place the channel keeps it.
    package static func kept(_ name: String, in answer: JSONValue) -> JSONValue? {
        answer["conversational_automation"]?[name] ?? answer["data"]?.elements.lazy.compactMap { $0[name] }.first
    }

    /// The entries of one page of a list, and the cursor of the next one.
    package static func page(_ answer: JSONValue) -> (items: [JSONValue], next: String?) {
        let paging = answer["paging"]
        let next = paging?["next"] == nil ? nil : paging?["cursors"]?["after"]?.filled
        return (answer["data"]?.elements.map { $0 } ?? [], next)
    }

    /// A template as the platform lists it for a channel; nil for an entry without name, language or state.
    package static func template(_ item: JSONValue, on channel: ChannelKind) -> TemplateVerdict? {
        guard let name = item["name"]?.filled, let language = item["language"]?.filled,
            let status = item["status"]?.filled
        else { return nil }
        return TemplateVerdict(
            name: name,
            language: language,
            word: status,
            book: channel == .messenger ? .page : .business
        )
    }
}
