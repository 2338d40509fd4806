import Kernel

/// Calls of a Page or an Instagram account: which account is meant, and what is asked of it.
extension EmulatedPlatform {
    /// Answers what concerns Messenger or Instagram; nil for anything else.
    ///
    /// `me` is whom the token belongs to; where one token serves several accounts, the recipient or `platform` tells them
    /// apart.
    mutating func answerMeta(
        _ id: String,
        _ edge: String?,
        _ call: PlatformCall,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformOutcome? {
        guard configuration.accounts.contains(where: { $0.channel != .whatsApp }) else { return nil }
        let accounts = try metaAccounts(at: id, call)
        guard let first = accounts.first else {
            return edge == nil ? try profile(ofPerson: id, call).map { .answered($0) } : nil
        }
        switch (call.method, edge) {
        case ("GET", nil): return .answered(describe(accounts, call))
        case ("POST", "messages"):
            let json = try Self.json(of: call)
            return try takeMeta(json, for: recipientsAccount(json, among: accounts) ?? first, at: now)
        case ("POST", "message_attachments"): return .answered(try keepAttachment(call, at: now))
        case (_, "messenger_profile"):
            return .answered(try messengerProfile(call, among: accounts, first, at: now))
        case (_, "subscribed_apps"): return .answered(try subscription(call, of: first, at: now))
        case ("GET", "message_templates") where first.channel == .messenger:
            return .answered(try templates(call, ofPage: true))
        default:
            throw PlatformRefusal(100, "Unsupported \(call.method.lowercased()) request on /\(edge ?? "")", subcode: 33)
        }
    }

    /// Whether errors of the call have the shape of these channels.
    func concernsMeta(_ call: PlatformCall) -> Bool {
        let parts = call.path.split(separator: "/")
        guard parts.count > 1 else { return false }
        let id = String(parts[1])
        return configuration.accounts.contains { account in
            account.channel != .whatsApp
                && (id == "me" || account.phoneNumberID == id || account.node == id
                    || state.meta.person(id, on: account) != nil)
        }
    }

    /// The accounts that stand behind an id of the path and belong to the call's token.
    private func metaAccounts(at id: String, _ call: PlatformCall) throws(PlatformRefusal) -> [PlatformAccount] {
        let token = call.token
        let mine = configuration.accounts.filter {
            $0.channel != .whatsApp && ($0.accessToken ?? configuration.accessToken) == token
        }
        guard !mine.contains(where: { $0.pageID != nil && $0.phoneNumberID == id }) else {
            throw PlatformRefusal(3, "Application does not have the capability to make this API call.")
        }
        return id == "me" ? mine : mine.filter { $0.node == id }
    }

    private func recipientsAccount(_ json: JSONValue, among accounts: [PlatformAccount]) -> PlatformAccount? {
        guard accounts.count > 1 else { return nil }
        if let id = json["recipient"]?["id"]?.string {
            return accounts.first { state.meta.person(id, on: $0) != nil }
        }
        let comment = json["recipient"]?["comment_id"]?.string.flatMap { state.meta.comments[$0] }
        return accounts.first { $0.phoneNumberID == comment?.account }
    }

    /// The account itself; on Instagram only `user_id` is the id that webhooks name.
    private func describe(_ accounts: [PlatformAccount], _ call: PlatformCall) -> PlatformAnswer {
        let asked = call.queryText("fields")?.split(separator: ",") ?? []
        let asksInstagram = asked.contains("user_id") || asked.contains("username")
        let account = accounts.first { ($0.channel == .instagram) == asksInstagram } ?? accounts.first
        var json = JSONWriter()
        json.object { object in
            guard let account else { return }
            guard account.channel == .instagram else {
                object.field("id", account.phoneNumberID)
                object.field("name", account.displayNumber)
                let linked = accounts.first { $0.channel == .instagram && $0.node == account.phoneNumberID }
                guard let linked, asked.contains("instagram_business_account") else { return }
                object.objectField("instagram_business_account") { $0.field("id", linked.phoneNumberID) }
                return
            }
            object.field("id", ids.authorID(of: "", on: account.phoneNumberID))
            object.field("user_id", account.phoneNumberID)
            object.field("username", account.displayNumber)
        }
        return .json(200, json.bytes)
    }

    /// Somebody's profile: only of who has written; a comment alone is no consent.
    private func profile(ofPerson id: String, _ call: PlatformCall) throws(PlatformRefusal) -> PlatformAnswer? {
        for account in configuration.accounts where account.channel != .whatsApp {
            guard let name = state.meta.person(id, on: account), let person = state.people[name] else { continue }
            let said = thread(name, account.phoneNumberID).said
            guard call.method == "GET", said.contains(where: { state.said[$0]?.comment == nil }) else {
                throw PlatformRefusal(100, "User consent is required to access user profile", subcode: 2_018_218)
            }
            var json = JSONWriter()
            json.object { profile in
                profile.field("id", id)
                profile.field("name", person.name)
                if account.channel == .instagram { profile.field("username", person.username ?? name.rawValue) }
                profile.field("profile_pic", "https://cdn.example/\(id).jpg")
            }
            return .json(200, json.bytes)
        }
        return nil
    }

    /// A file for several messages, by its address; it can be used for 90 days.
    private mutating func keepAttachment(_ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal)
        -> PlatformAnswer
    {
        let json = try Self.json(of: call)
        guard let attachment = json["message"]?["attachment"], let kind = attachment["type"]?.string,
            ["image", "video", "audio", "file"].contains(kind), let url = attachment["payload"]?["url"]?.string,
            WhatsAppRules(configuration: configuration).isFetchable(url)
        else {
            throw PlatformRefusal(100, "message.attachment: expected a file at a public address", subcode: 2_018_047)
        }
        let fact = MediaFact(
            id: ids.media(state.mintedMedia),
            mediaType: kind,
            filename: url,
            content: "",
            digest: "",
            size: 0,
            at: now,
            days: 90
        )
        record(.stored(fact))
        return .json(200, Array(#"{"attachment_id":"\#(fact.id)"}"#.utf8))
    }
}
