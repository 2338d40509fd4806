import Kernel

/// Who is told of what: the app's subscriptions by object, and the business account's.
///
/// A Page's and an Instagram account's own stand with their profiles.
extension EmulatedPlatform {
    /// `GET` lists, `POST` sets: `{"object":"page","callback_url":"https://…","verify_token":"…","fields":"messages,feed"}`.
    ///
    /// It takes the app's own token. The platform asks the address for its challenge before it answers; here the address has
    /// to end in the path of a receiver, and the token to be the one the receiver knows.
    mutating func appSubscriptions(_ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal) -> PlatformAnswer {
        guard call.token == configuration.appToken else {
            throw PlatformRefusal(15, "This method must be called with an app access_token")
        }
        switch call.method {
        case "GET": return listSubscriptions()
        case "POST": return try subscribeApp(try Self.json(of: call), at: now)
        default: throw PlatformRefusal(100, "Unsupported request", subcode: 33)
        }
    }

    private mutating func subscribeApp(_ json: JSONValue, at now: Timestamp) throws(PlatformRefusal) -> PlatformAnswer {
        try json.allow(["object", "callback_url", "verify_token", "fields", "include_values"], at: "body")
        let object = try json.text("object", 64, at: "body")
        guard let channel = PlatformChannel.allCases.first(where: { $0.object == object }) else {
            throw .parameter("Param object must be one of {page, instagram, whatsapp_business_account}")
        }
        let fields = Self.names(json["fields"])
        let known = Self.fields(of: channel)
        guard !fields.isEmpty, fields.allSatisfy(known.contains) else {
            throw .parameter("Param fields must be one of {\(known.joined(separator: ", "))}")
        }
        let callback = try json.text("callback_url", 2_048, at: "body")
        let token = try json.text("verify_token", 2_048, at: "body")
        guard token == configuration.verifyToken, isReceiver(callback, on: channel) else {
            throw PlatformRefusal(2_200, "Callback verification failed: HTTP Status Code = 403")
        }
        record(.subscribed(SubscriptionFact(account: object, fields: fields, callback: callback, at: now)))
        return .json(200, Self.success)
    }

    private func isReceiver(_ callback: String, on channel: PlatformChannel) -> Bool {
        configuration.accounts.contains {
            $0.channel == channel && callback.hasSuffix($0.receiverPath ?? configuration.receiverPath)
        }
    }

    private func listSubscriptions() -> PlatformAnswer {
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                for channel in PlatformChannel.allCases {
                    guard let fields = state.meta.subscribed[channel.object] else { continue }
                    data.object { entry in
                        entry.field("object", channel.object)
                        entry.field("callback_url", state.meta.callbacks[channel.object] ?? "")
                        entry.field("active", true)
                        entry.arrayField("fields") { list in
                            for field in fields.sorted() {
                                list.object { item in
                                    item.field("name", field)
                                    item.field("version", "v26.0")
                                }
                            }
                        }
                    }
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// `/{business account}/subscribed_apps`: whether our app hears of it at all; what it hears is chosen for the app.
    mutating func businessSubscription(_ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal)
        -> PlatformAnswer
    {
        let id = configuration.businessAccountID
        switch call.method {
        case "GET": return businessSubscribers()
        case "POST": record(.subscribed(SubscriptionFact(account: id, fields: Self.fields(of: .whatsApp), at: now)))
        case "DELETE": record(.subscribed(SubscriptionFact(account: id, fields: [], at: now)))
        default: throw PlatformRefusal(100, "Unsupported request", subcode: 33)
        }
        return .json(200, Self.success)
    }

    private func businessSubscribers() -> PlatformAnswer {
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                guard hearsBusinessAccount else { return }
                data.object { entry in
                    entry.objectField("whatsapp_business_api_data") { app in
                        app.field("id", configuration.appNode)
                        app.field("name", "Demo")
                    }
                }
            }
        }
        return .json(200, json.bytes)
    }

    /// Whether the app is told of what happens on the business account's numbers.
    var hearsBusinessAccount: Bool {
        state.meta.subscribed[configuration.businessAccountID].map { !$0.isEmpty } ?? configuration.startsSubscribed
    }

    /// Whether the app chose that field; who never chose gets all.
    func isChosen(_ field: String, on channel: PlatformChannel) -> Bool {
        state.meta.subscribed[channel.object]?.contains(field) ?? true
    }

    /// Names as a list, or as one text with commas.
    static func names(_ value: JSONValue?) -> [String] {
        if let text = value?.string { return text.split(separator: ",").map { String($0.filter { $0 != " " }) } }
        return value?.elements.compactMap(\.string) ?? []
    }

    static let businessFields = [
        "messages", "account_alerts", "account_review_update", "account_settings_update", "account_update",
        "automatic_events", "business_capability_update", "business_username_update", "calls", "flows",
        "group_lifecycle_update", "group_participants_update", "group_settings_update", "group_status_update",
        "history", "message_template_components_update", "message_template_quality_update",
        "message_template_status_update", "messaging_handovers", "partner_solutions", "payment_configuration_update",
        "phone_number_name_update", "phone_number_quality_update", "security", "smb_app_state_sync",
        "smb_message_echoes", "standby", "template_category_update", "template_correct_category_detection",
        "user_id_update", "user_preferences",
    ]
}
