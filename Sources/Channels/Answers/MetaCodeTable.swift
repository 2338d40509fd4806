import Kernel
import Messaging

/// The error codes of Messenger and Instagram; a pair of code and subcode goes before the code alone.
/// - Source: Messenger Platform, error codes, 25 June 2026; Instagram Platform, error codes, 2 June 2026.
enum MetaCodeTable {
    static func rule(for error: PlatformError) -> MetaCodeRule? {
        if let subcode = error.subcode, let rule = byPair[MetaCodeRule.Pair(error.code, subcode)] { return rule }
        return byPair[MetaCodeRule.Pair(error.code)]
    }

    /// More than 24 hours since the shopper's last message, in the words of either channel.
    static func isWindowClosed(_ error: PlatformError) -> Bool {
        error.code == 10 && windowClosed.contains(error.subcode ?? 0)
    }

    private static let windowClosed: Set<Int64> = [2_018_278, 2_534_022, 2_018_065]

    static let rules: [MetaCodeRule] = account + rates + shopper + request + uncertain

    private static let account: [MetaCodeRule] = [
        MetaCodeRule(
            190,
            pairs: [(190, 460), (190, 463)],
            action: .park,
            "The access token is no longer valid. Sign in again and put in a new one."
        ),
        MetaCodeRule(
            10,
            200,
            pairs: [(200, 2_018_028)],
            action: .park,
            "The app lacks a permission, or is not published yet. Grant it in the app's dashboard."
        ),
        MetaCodeRule(
            3,
            pairs: [(100, 2_534_013)],
            action: .park,
            "The account is not connected this way. Check whether it is linked to a Page, and which sign-in is used."
        ),
        MetaCodeRule(
            2022,
            368,
            pairs: [(10, 1_893_063)],
            action: .park,
            "The platform has restricted the account for a while. Look into its support inbox."
        ),
        MetaCodeRule(
            pairs: [(10, 2_534_077), (200, 2_534_041)],
            action: .park,
            "The owner has to act: allow access to messages and check the sign-in of the account."
        ),
    ]

    private static let rates: [MetaCodeRule] = [
        MetaCodeRule(
            4,
            17,
            32,
            613,
            80002,
            80006,
            pairs: [(613, 2_534_040)],
            action: .retry(base: .minutes(1), factor: 2, scope: .account),
            "The account sends more than the platform allows; it is tried again in some minutes."
        ),
        MetaCodeRule(
            1200,
            action: .retry(base: .seconds(5), factor: 2, scope: .entry),
            "The platform could not send it for a moment; it is tried again."
        ),
        MetaCodeRule(
            -2,
            pairs: [(100, 2_018_008)],
            action: .retryOnce(after: .seconds(10)),
            "The platform could not fetch the picture or file. Check its address, type and size."
        ),
        MetaCodeRule(
            2_018_300,
            2_018_321,
            pairs: [(100, 2_534_037), (100, 2_018_300), (100, 2_018_321), (10, 2_018_300), (10, 2_018_321)],
            action: .refuse,
            "Another app or a person holds the conversation. Nothing may be sent before it is handed over."
        ),
    ]

    private static let shopper: [MetaCodeRule] = [
        MetaCodeRule(
            551,
            pairs: [(551, 1_545_041), (200, 1_545_041), (10, 2_018_108), (100, 2_534_029)],
            action: .giveUp,
            "This shopper can't be reached now: they blocked the shop, or their account is closed."
        ),
        MetaCodeRule(
            pairs: [(613, 2_018_338)],
            action: .giveUp,
            "Too many messages of a special kind went to this shopper. Send none until they write again."
        ),
        MetaCodeRule(
            pairs: [(100, 2_018_001), (100, 2_534_014)],
            action: .giveUp,
            "The platform knows nobody by this id here; it may belong to another account."
        ),
        MetaCodeRule(
            pairs: [(100, 2_534_025)],
            action: .giveUp,
            "The comment can't be answered privately: it is gone, too old, or was answered already."
        ),
        MetaCodeRule(
            pairs: [
                (10, 1_893_015), (10, 1_404_170), (4, 2_018_354), (9, 2_018_352), (613, 1_893_016),
            ],
            action: .giveUp,
            "The shopper gets no more of these notices for now."
        ),
    ]

    private static let request: [MetaCodeRule] = [
        MetaCodeRule(
            pairs: [(10, 2_018_278), (10, 2_534_022), (10, 2_018_065)],
            action: .refuse,
            "More than 24 hours have passed since the shopper's last message."
        ),
        MetaCodeRule(
            pairs: [(10, 2_018_336)],
            action: .refuse,
            "This form is not available to people in the European Union or Japan."
        ),
        MetaCodeRule(
            100,
            pairs: [(100, 2_018_014), (100, 2_534_015), (100, 2_018_320), (100, 2_018_328), (1, 2_018_382)],
            action: .refuse,
            "The platform did not understand the message. This is ours to mend."
        ),
        MetaCodeRule(
            pairs: [(100, 2_018_047), (100, 2_018_074), (100, 2_018_109), (100, 2_018_294)],
            action: .refuse,
            "The platform refused the picture or file: its type, its size, or its age."
        ),
        MetaCodeRule(
            36103,
            9_000_001,
            2_018_218,
            2_018_247,
            action: .refuse,
            "The platform refused it; what it was about is gone or closed to us."
        ),
    ]

    private static let uncertain: [MetaCodeRule] = [
        MetaCodeRule(
            1,
            2,
            -1,
            pairs: [(1, 99), (1, 1_357_046)],
            action: .uncertain,
            "The platform had a fault of its own; the message may have been sent."
        )
    ]

    private static let byPair: [MetaCodeRule.Pair: MetaCodeRule] = Dictionary(
        rules.flatMap { rule in rule.pairs.map { ($0, rule) } },
        uniquingKeysWith: { first, _ in first }
    )
}
