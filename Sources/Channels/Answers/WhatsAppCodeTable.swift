import Kernel

/// WhatsApp's error codes, in answers and in failed statuses alike.
/// - Source: WhatsApp Cloud API, error codes, as read in September 2026.
enum WhatsAppCodeTable {
    /// More than 24 hours since the shopper's last message.
    static let windowClosed: Int64 = 131047

    static func rule(for code: Int64) -> WhatsAppCodeRule? { ruleByCode[code] ?? ranges.first { $0.covers(code) } }

    static let rules: [WhatsAppCodeRule] = account + rates + shopper + request + templates + uncertain

    private static let account: [WhatsAppCodeRule] = [
        WhatsAppCodeRule(0, 190, action: .park, "The access token is no longer valid. Put in a new one."),
        WhatsAppCodeRule(
            [3...3, 10...10, 200...299, 131005...131005],
            .park,
            "The app lacks a permission for this number. Grant it in Meta's business settings."
        ),
        WhatsAppCodeRule(
            131048,
            action: .park,
            "WhatsApp limits this number because people blocked or reported it. Look at its quality before going on."
        ),
        WhatsAppCodeRule(131064, action: .park, "WhatsApp has paused templates while it checks their category."),
        WhatsAppCodeRule(
            133016,
            action: .park,
            "The number was registered too often. WhatsApp asks to wait 72 hours."
        ),
        WhatsAppCodeRule(
            368,
            131031,
            action: .park,
            "WhatsApp has restricted or locked the account. Look into Business Support."
        ),
        WhatsAppCodeRule(
            131037,
            action: .park,
            "The number's display name is not approved yet. Nothing can be sent before."
        ),
        WhatsAppCodeRule(
            131042,
            131044,
            action: .park,
            "Something is wrong with how WhatsApp is paid. Check the payment method in WhatsApp Manager."
        ),
        WhatsAppCodeRule(
            131045,
            133000,
            133005,
            133006,
            133008,
            133009,
            133010,
            133015,
            action: .park,
            "The number is not registered properly. Register it again with its PIN."
        ),
        WhatsAppCodeRule(134011, action: .park, "The terms for payments in WhatsApp are not accepted yet."),
    ]

    private static let rates: [WhatsAppCodeRule] = [
        WhatsAppCodeRule(
            4,
            613,
            80007,
            action: .retry(base: .minutes(2), factor: 2, scope: .account),
            "Too many calls within the hour; it is tried again in some minutes."
        ),
        WhatsAppCodeRule(
            130429,
            action: .retry(base: .seconds(1), factor: 2, scope: .account),
            "The number sends faster than WhatsApp allows; it is tried again more slowly."
        ),
        WhatsAppCodeRule(
            131056,
            action: .retry(base: .seconds(1), factor: 4, scope: .pair),
            "Too many messages to this shopper in a short time; it is tried again shortly."
        ),
        WhatsAppCodeRule(
            131057,
            action: .retry(base: .seconds(15), factor: 2, scope: .account),
            "WhatsApp is working on the number; it is tried again within a minute."
        ),
        WhatsAppCodeRule(
            133004,
            action: .retry(base: .seconds(5), factor: 2, scope: .account),
            "WhatsApp's server is away for a moment; it is tried again."
        ),
        WhatsAppCodeRule(
            134101,
            action: .retry(base: .minutes(10), factor: 1, scope: .entry),
            "The template is still being made known; it is tried again in ten minutes."
        ),
        WhatsAppCodeRule(
            131053,
            action: .retryOnce(after: .seconds(10)),
            "WhatsApp could not fetch the picture or file. Check its address, type and size."
        ),
    ]

    private static let shopper: [WhatsAppCodeRule] = [
        WhatsAppCodeRule(130497, action: .giveUp, "WhatsApp does not let businesses like this write to that country."),
        WhatsAppCodeRule(
            131026,
            action: .giveUp,
            "WhatsApp could not deliver to this shopper: no WhatsApp there, an old version, or they blocked the shop."
        ),
        WhatsAppCodeRule(
            131049,
            action: .giveUp,
            "WhatsApp held back a marketing message because this shopper gets many. Wait a day at least."
        ),
        WhatsAppCodeRule(
            131050,
            action: .giveUp,
            "This shopper does not want marketing messages. Send none until they ask again."
        ),
        WhatsAppCodeRule(130472, action: .giveUp, "WhatsApp keeps marketing from this shopper as a test. No charge."),
        WhatsAppCodeRule(130403, action: .giveUp, "The shopper and the shop have blocked each other."),
    ]

    private static let request: [WhatsAppCodeRule] = [
        WhatsAppCodeRule(
            33,
            100,
            131008,
            131009,
            131021,
            135000,
            action: .refuse,
            "WhatsApp did not understand the message. This is ours to mend."
        ),
        WhatsAppCodeRule(
            131030,
            action: .refuse,
            "This is a test number, and the shopper is not on its list of testers."
        ),
        WhatsAppCodeRule(
            windowClosed,
            action: .refuse,
            "More than 24 hours have passed since the shopper's last message. Only a template may be sent."
        ),
        WhatsAppCodeRule(131062, action: .refuse, "This message needs the shopper's phone number."),
        WhatsAppCodeRule(131051, action: .refuse, "WhatsApp does not take this type of message."),
        WhatsAppCodeRule(130501, action: .refuse, "WhatsApp does not take this type of message in groups."),
        WhatsAppCodeRule(
            131055,
            131063,
            134100,
            134102,
            action: .refuse,
            "The template can't be sent by the marketing interface."
        ),
        WhatsAppCodeRule(137000, action: .refuse, "The shopper's identity has changed and must be confirmed first."),
        WhatsAppCodeRule(
            [131020...131020, 131041...131041, 131059...131059, 131200...131299],
            .refuse,
            "WhatsApp refused something about the group."
        ),
        WhatsAppCodeRule(
            [139000...139004, 139100...139103],
            .refuse,
            "WhatsApp refused a change of forms or of the block list."
        ),
    ]

    private static let templates: [WhatsAppCodeRule] = [
        WhatsAppCodeRule(
            132000,
            132008,
            132012,
            132018,
            action: .refuse,
            "The template's places and what was filled in don't match."
        ),
        WhatsAppCodeRule(132001, action: .refuse, "There is no approved template of this name in this language."),
        WhatsAppCodeRule(132005, action: .refuse, "The template is too long once filled in."),
        WhatsAppCodeRule(132007, action: .refuse, "The template breaks WhatsApp's rules."),
        WhatsAppCodeRule(132015, action: .refuse, "WhatsApp has paused this template because of its quality."),
        WhatsAppCodeRule(132016, action: .refuse, "WhatsApp has switched this template off for good. Make a new one."),
        WhatsAppCodeRule(132068, 132069, action: .refuse, "WhatsApp has blocked or slowed this form."),
        WhatsAppCodeRule([2_388_000...2_388_999], .refuse, "WhatsApp refused a change of a template."),
    ]

    private static let uncertain: [WhatsAppCodeRule] = [
        WhatsAppCodeRule(1, 2, 131000, 131016, action: .uncertain, "WhatsApp had a fault of its own."),
        WhatsAppCodeRule(
            131052,
            action: .uncertain,
            "WhatsApp could not fetch what the shopper sent. Ask for it again."
        ),
    ]

    private static let ruleByCode: [Int64: WhatsAppCodeRule] = Dictionary(
        rules.flatMap { rule in rule.codes.filter { $0.count == 1 }.map { ($0.lowerBound, rule) } },
        uniquingKeysWith: { first, _ in first }
    )

    private static let ranges = rules.filter { rule in rule.codes.contains { $0.count > 1 } }
}
