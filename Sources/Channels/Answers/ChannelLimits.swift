package import Kernel
package import Messaging

/// How fast and how long an account may speak, as it stood from a date on.
///
/// Platforms change these numbers each quarter, so they are rows with a date: `of` picks the one in force.
package struct ChannelLimits: Sendable, Equatable {
    package let channel: ChannelKind
    /// From when on the row holds.
    package let from: Timestamp
    /// Messages a second that an account may send.
    package let accountPerSecond: Int
    /// Time between two messages to one shopper, in the long run.
    package let pairInterval: Span
    /// Messages to one shopper that may go at once before the interval counts.
    package let pairBurst: Int
    /// How long after a shopper's message free-form replies are allowed.
    package let window: Span
    /// How much earlier we take the window for closed, since clocks and wires differ.
    package let windowMargin: Span
    /// How long messages are free after our answer to somebody who came by an ad; zero: no such rule.
    package let freeEntry: Span
    /// Within which our answer must come for that.
    package let freeEntryAnswer: Span
    /// How long a person of the shop may still answer; zero: no such rule.
    package let humanAgent: Span
    /// Time between two answers to comments under posts, in the long run.
    package let commentInterval: Span
    /// Answers to comments that may go at once before the interval counts.
    package let commentBurst: Int
    /// How long a bubble waits for the one before it to be `sent`.
    package let bubbleWait: Span
    /// How long the typing sign lasts.
    package let typing: Span

    /// The row in force at a moment; before the first one, the first.
    package static func of(_ channel: ChannelKind, at now: Timestamp) -> ChannelLimits {
        let rows = table.filter { $0.channel == channel }
        return rows.last { $0.from <= now } ?? rows.first ?? whatsapp
    }

    /// All rows, those of a channel by date.
    package static let table: [ChannelLimits] = [whatsapp, messenger, instagram]

    /// - Source: WhatsApp Cloud API, throughput and pair rate limits, pricing; September 2026. The burst is a part of the
    ///   45 that the platform lends.
    private static let whatsapp = ChannelLimits(
        channel: .whatsapp,
        from: october2025,
        accountPerSecond: 80,
        pairInterval: .seconds(6),
        pairBurst: 10,
        window: .hours(24),
        windowMargin: .minutes(1),
        freeEntry: .hours(72),
        freeEntryAnswer: .hours(24),
        humanAgent: .zero,
        commentInterval: .zero,
        commentBurst: 1,
        bubbleWait: .seconds(5),
        typing: .seconds(25)
    )

    /// How fast a Page may speak.
    ///
    /// Documented: the window, the seven days for a person's answer, 750 private answers to comments an hour (a burst of 100
    /// and then 643 stay below), 300 texts a second, and that above 40 a second the inbox
    /// freezes and nothing may be sent, so 40 it is. Not documented: the pair's figures and how long typing shows.
    /// - Source: Messenger Platform, rate limiting and policy; March 2026.
    private static let messenger = ChannelLimits(
        channel: .messenger,
        from: october2025,
        accountPerSecond: 40,
        pairInterval: .seconds(1),
        pairBurst: 10,
        window: .hours(24),
        windowMargin: .minutes(1),
        freeEntry: .zero,
        freeEntryAnswer: .zero,
        humanAgent: .days(7),
        commentInterval: .milliseconds(5_600),
        commentBurst: 100,
        bubbleWait: .seconds(5),
        typing: .seconds(20)
    )

    /// How fast an Instagram account may speak.
    ///
    /// Documented: the window, the seven days for a person's answer, and 750 private answers to comments an hour, live ones
    /// apart. Contradictory: 100 texts a second on one page, 300 on
    /// another; Messenger's 40 are below both. Not documented: the pair's figures and how long typing shows.
    /// - Source: Instagram Platform, overview, rate limiting; Instagram messaging, policy; 2026.
    private static let instagram = ChannelLimits(
        channel: .instagram,
        from: october2025,
        accountPerSecond: 40,
        pairInterval: .seconds(1),
        pairBurst: 10,
        window: .hours(24),
        windowMargin: .minutes(1),
        freeEntry: .zero,
        freeEntryAnswer: .zero,
        humanAgent: .days(7),
        commentInterval: .milliseconds(5_600),
        commentBurst: 100,
        bubbleWait: .seconds(5),
        typing: .seconds(20)
    )

    /// 2025-10-07, when the limits of today came into force.
    private static let october2025 = Timestamp(seconds: 1_759_795_200)
}
