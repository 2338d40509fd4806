import Kernel

/// What a business asks about its own things, apart from messages: app, business account, numbers, catalogue.
extension EmulatedPlatform {
    /// Nil for whatever is none of these.
    mutating func answerSetup(
        _ id: String,
        _ edge: String?,
        _ call: PlatformCall,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer? {
        if id == configuration.appNode, edge == "subscriptions" { return try appSubscriptions(call, at: now) }
        if id == configuration.businessAccountID { return try businessAccount(edge, call, at: now) }
        if id == configuration.catalogID, edge == "products" { return try products(call) }
        guard let account = account(id), account.channel == .whatsApp, call.token == token(of: account) else {
            return nil
        }
        switch (call.method, edge) {
        case ("GET", nil): return number(account, call)
        case ("POST", "conversational_automation"): return try converse(call, account, at: now)
        case ("GET", "whatsapp_commerce_settings"): return commerce(of: account)
        case ("POST", "whatsapp_commerce_settings"): return try setCommerce(call, account, at: now)
        default: return nil
        }
    }

    /// What opens an account's door.
    func token(of account: PlatformAccount) -> String { account.accessToken ?? configuration.accessToken }

    private mutating func businessAccount(
        _ edge: String?,
        _ call: PlatformCall,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer? {
        switch (call.method, edge) {
        case ("GET", nil):
            var json = JSONWriter()
            json.object { json in
                json.field("id", configuration.businessAccountID)
                json.field("name", "Demo")
                json.field("timezone_id", "1")
            }
            return .json(200, json.bytes)
        case (_, "subscribed_apps"): return try businessSubscription(call, at: now)
        case ("GET", "message_templates"): return try templates(call)
        case ("GET", "product_catalogs"): return catalogues()
        default: return nil
        }
    }

    /// A token of Instagram's own host gets another 60 days; it stays the same one here.
    func renewal(_ call: PlatformCall) throws(PlatformRefusal) -> PlatformAnswer {
        guard call.method == "GET", call.query("grant_type") == "ig_refresh_token",
            let token = call.queryText("access_token")
        else { throw .parameter("grant_type must be ig_refresh_token") }
        var json = JSONWriter()
        json.object { json in
            json.field("access_token", token)
            json.field("token_type", "bearer")
            json.field("expires_in", 5_184_000)
        }
        return .json(200, json.bytes)
    }

    /// The number itself; what belongs to the conversation's beginning only where it is asked for.
    private func number(_ account: PlatformAccount, _ call: PlatformCall) -> PlatformAnswer {
        let asked = call.queryText("fields")?.split(separator: ",") ?? []
        var json = JSONWriter()
        json.object { number in
            number.field("id", account.phoneNumberID)
            number.field("display_phone_number", account.displayNumber)
            number.field("quality_rating", "GREEN")
            guard asked.contains("conversational_automation") else { return }
            let kept = state.meta.profiles[account.phoneNumberID] ?? [:]
            number.objectField("conversational_automation") { automation in
                for name in ConversationRules.fields {
                    guard let value = kept[name] else { continue }
                    automation.key(name)
                    automation.raw(value.utf8)
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// Sets what is named and leaves the rest.
    private mutating func converse(
        _ call: PlatformCall,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        let changes = try ConversationRules().changes(try Self.json(of: call))
        record(.profiled(ProfileFact(account: account.phoneNumberID, fields: changes, at: now)))
        return .json(200, Self.success)
    }

    static var success: [UInt8] { Array(#"{"success":true}"#.utf8) }
}

extension PlatformConfiguration {
    /// The app's id as it stands in a path.
    var appNode: String { String(appID) }

    /// What opens the app's own door: its id and its secret.
    var appToken: String { "\(appNode)|\(appSecret)" }
}

extension PlatformCall {
    /// A value of the query with its percent signs decoded; what can't be decoded stays as it is.
    func queryText(_ name: String) -> String? {
        guard let value = query(name) else { return nil }
        var bytes: [UInt8] = []
        var rest = value.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16), rest.count >= 2 {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
