import Kernel

/// Webhook bodies as WhatsApp sends them, and their signatures.
struct Bodies: Sendable {
    static let secret = "bench-app-secret"
    static let path = "/webhooks/whatsapp/bench"
    private static let key = HMACSHA256.Key(secret)

    /// The external id of one of our numbers, counted from 0.
    static func account(_ number: Int) -> String { String(330_044_005_500_000 + number) }

    /// The digits of a shopper, counted from 0.
    static func phone(_ shopper: Int) -> String { String(5_511_900_000_000 + shopper) }

    static func signature(of body: [UInt8]) -> String { "sha256=" + key.hex(of: body) }

    /// One text, about 480 bytes.
    static func text(_ text: String, id: String, from shopper: Int, to account: Int, second: Int64) -> [UInt8] {
        let phone = phone(shopper)
        return envelope(
            account: account,
            #""contacts":[{"profile":{"name":"Shopper \#(shopper)"},"wa_id":"\#(phone)"}],"#
                + #""messages":[{"from":"\#(phone)","id":"\#(id)","timestamp":"\#(second)","#
                + #""text":{"body":"\#(text)"},"type":"text"}]"#
        )
    }

    /// One `sent` or `delivered` with its pricing.
    static func status(_ name: String, of id: String, key: String, to phone: String, account: Int, second: Int64)
        -> [UInt8]
    {
        envelope(
            account: account,
            #""statuses":[{"id":"\#(id)","status":"\#(name)","timestamp":"\#(second)","recipient_id":"\#(phone)","#
                + #""biz_opaque_callback_data":"\#(key)","pricing":{"billable":true,"pricing_model":"PMP","#
                + #""type":"regular","category":"service"}}]"#
        )
    }

    private static func envelope(account: Int, _ value: String) -> [UInt8] {
        let text =
            #"{"object":"whatsapp_business_account","entry":[{"id":"210987654321098","changes":[{"value":{"#
            + #""messaging_product":"whatsapp","metadata":{"display_phone_number":"493023125142","#
            + #""phone_number_id":"\#(Self.account(account))"},\#(value)},"field":"messages"}]}]}"#
        return Array(text.utf8)
    }
}
