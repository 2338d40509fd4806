import Kernel

/// `messenger_profile` and `subscribed_apps`.
extension EmulatedPlatform {
    /// Reads, sets or deletes; `"platform":"instagram"` means the Instagram account behind the same token or Page.
    mutating func messengerProfile(
        _ call: PlatformCall,
        among accounts: [PlatformAccount],
        _ first: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        let json = call.method == "GET" ? nil : try Self.json(of: call)
        let platform = json?["platform"]?.string ?? call.query("platform").map(String.init)
        let wanted = PlatformChannel(rawValue: platform ?? "") ?? first.channel
        let account = accounts.first { $0.channel == wanted } ?? first
        let rules = ProfileRules(channel: account.channel)
        guard let json else { return profile(of: account, fields: call.queryText("fields")) }
        let pace = state.meta.profileChanges[account.phoneNumberID] ?? Pace()
        guard pace.allows(configuration.metaPace.profile, at: now) else { throw .tooFast }
        let changes: [String: String?]
        switch call.method {
        case "POST":
            let hasStart = state.meta.profiles[account.phoneNumberID]?["get_started"] != nil
            changes = try rules.changes(json, hasStart: hasStart)
        case "DELETE": changes = try rules.deletions(json)
        default: throw PlatformRefusal(100, "Unsupported request", subcode: 33)
        }
        record(.profiled(ProfileFact(account: account.phoneNumberID, fields: changes, at: now)))
        return .json(200, Array(#"{"result":"success"}"#.utf8))
    }

    private func profile(of account: PlatformAccount, fields: String?) -> PlatformAnswer {
        let known = state.meta.profiles[account.phoneNumberID] ?? [:]
        let asked = fields?.split(separator: ",").map(String.init) ?? []
        let found = asked.filter { known[$0] != nil }
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                guard !found.isEmpty else { return }
                data.object { entry in
                    for name in found {
                        entry.key(name)
                        entry.raw((known[name] ?? "null").utf8)
                    }
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// Which webhook fields the account delivers; names of the other channel are refused.
    mutating func subscription(
        _ call: PlatformCall,
        of account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        let known = Self.fields(of: account.channel)
        switch call.method {
        case "GET": return subscriptions(of: account, known)
        case "DELETE": record(.subscribed(SubscriptionFact(account: account.phoneNumberID, fields: [], at: now)))
        case "POST":
            let asked = try Self.subscribedFields(call)
            guard !asked.isEmpty, asked.allSatisfy(known.contains) else {
                throw .parameter("Param subscribed_fields must be one of {\(known.joined(separator: ", "))}")
            }
            record(.subscribed(SubscriptionFact(account: account.phoneNumberID, fields: asked, at: now)))
        default: throw PlatformRefusal(100, "Unsupported request", subcode: 33)
        }
        return .json(200, Array(#"{"success":true}"#.utf8))
    }

    private static func subscribedFields(_ call: PlatformCall) throws(PlatformRefusal) -> [String] {
        if let asked = call.queryText("subscribed_fields") { return asked.split(separator: ",").map(String.init) }
        return names(try json(of: call)["subscribed_fields"])
    }

    private func subscriptions(of account: PlatformAccount, _ known: [String]) -> PlatformAnswer {
        let atStart = configuration.startsSubscribed ? known : []
        let fields = state.meta.subscribed[account.phoneNumberID].map { $0.sorted() } ?? atStart
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                guard !fields.isEmpty else { return }
                data.object { app in
                    app.field("id", String(configuration.appID))
                    app.field("name", "Demo")
                    app.arrayField("subscribed_fields") { list in
                        for field in fields { list.string(field) }
                    }
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// Every webhook field of a channel.
    static func fields(of channel: PlatformChannel) -> [String] {
        switch channel {
        case .whatsApp: businessFields
        case .instagram:
            [
                "messages", "message_echoes", "message_reactions", "message_edit", "messaging_seen",
                "messaging_postbacks", "messaging_referral", "messaging_optins", "messaging_handover", "standby",
                "messaging_policy_enforcement", "response_feedback", "comments", "live_comments", "mentions",
                "story_insights",
            ]
        case .messenger:
            [
                "messages", "messaging_postbacks", "messaging_referrals", "messaging_optins", "message_deliveries",
                "message_reads", "message_echoes", "message_reactions", "message_edits", "messaging_handovers",
                "standby", "messaging_policy_enforcement", "messaging_account_linking", "messaging_feedback",
                "messaging_customer_information", "messaging_in_thread_lead_form_submit", "send_cart",
                "response_feedback", "messenger_template_status_update", "feed", "inbox_labels",
            ]
        }
    }
}
