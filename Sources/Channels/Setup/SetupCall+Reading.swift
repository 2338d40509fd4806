import Messaging

/// The calls that look and change nothing.
extension SetupCall {
    /// Who the account is, as its token sees it.
    ///
    /// Answers `{"id":…,"display_phone_number":…}`, `{"id":…,"name":…}`, `{"user_id":…,"username":…}`, or of a linked
    /// account `{"id":…,"instagram_business_account":{"id":…}}` (the last as public code reads it).
    package static func identity(of target: SetupTarget) -> SetupCall {
        let (node, fields) =
            switch (target.channel, target.isLinked) {
            case (.whatsapp, _): (target.id, "id,display_phone_number,verified_name,quality_rating")
            case (.messenger, _): (target.id, "id,name")
            case (.instagram, true): ("me", "id,name,instagram_business_account")
            case (.instagram, false): ("me", "user_id,username")
            }
        return SetupCall(.get, node, query: [Pair("fields", fields)])
    }

    /// Which apps, and which of their fields, the account delivers to; nil where its business account isn't known.
    package static func subscription(of target: SetupTarget) -> SetupCall? {
        subscriptionNode(of: target).map { SetupCall(.get, "\($0)/subscribed_apps") }
    }

    /// What the app chose for each kind of account, and where it wants to be told.
    package static func choices(of app: String) -> SetupCall {
        SetupCall(.get, "\(app)/subscriptions", opening: .app)
    }

    /// What people see before they write.
    package static func front(of target: SetupTarget) -> SetupCall {
        switch target.channel {
        case .whatsapp: SetupCall(.get, target.id, query: [Pair("fields", "conversational_automation")])
        case .messenger: profile(of: target, "get_started,greeting,ice_breakers,persistent_menu")
        case .instagram: profile(of: target, "ice_breakers,persistent_menu")
        }
    }

    private static func profile(of target: SetupTarget, _ fields: String) -> SetupCall {
        var call = SetupCall(.get, "\(target.node)/messenger_profile", query: [Pair("fields", fields)])
        if target.channel == .instagram { call.query.append(Pair("platform", "instagram")) }
        return call
    }

    /// A page of the templates of a number's business account, or of a Page; nil where there is none to ask.
    ///
    /// - Parameters:
    ///   - target: A WhatsApp number or a Page.
    ///   - cursor: The end of the page before.
    /// - Returns: The call.
    package static func templates(of target: SetupTarget, after cursor: String? = nil) -> SetupCall? {
        guard let book = target.templateBook else { return nil }
        return list("\(book)/message_templates", fields: "name,language,status,category", after: cursor)
    }

    /// The catalogues connected to the business account; nil where there is none to ask.
    package static func catalogues(of target: SetupTarget) -> SetupCall? {
        guard target.channel == .whatsapp, let business = target.business else { return nil }
        return list("\(business)/product_catalogs", fields: "id,name", after: nil)
    }

    /// A page of a catalogue's articles.
    package static func articles(of catalogue: String, after cursor: String? = nil) -> SetupCall {
        list("\(catalogue)/products", fields: "retailer_id", after: cursor)
    }

    private static func list(_ path: String, fields: String, after cursor: String?) -> SetupCall {
        let pairs = [Pair("fields", fields), Pair("limit", String(SetupLimits.pageOfList))]
        return SetupCall(.get, path, query: pairs + (cursor.map { [Pair("after", $0)] } ?? []))
    }

    static func subscriptionNode(of target: SetupTarget) -> String? {
        target.channel == .whatsapp ? target.business : target.node
    }
}

extension SetupTarget {
    /// The node that owns the templates; nil where there are none, or where it isn't known.
    ///
    /// - Source: WhatsApp Business Management API, message templates; Messenger Platform, utility messages, whose list is
    ///   taken to stand under the same name at the Page.
    fileprivate var templateBook: String? {
        switch channel {
        case .whatsapp: business
        case .messenger: id
        case .instagram: nil
        }
    }
}
