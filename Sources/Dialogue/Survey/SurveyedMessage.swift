package import Kernel
package import Messaging

/// A message that the assistant can say for a shop, with where it was met first.
package struct SurveyedMessage: Sendable, Equatable {
    package let message: OutboundMessage
    /// How it came about, such as `cart of one · “check out” · tap Pick it up`.
    package let situation: String
    package let language: LanguageTag
    /// Whether another message of the same turn goes out right behind it.
    package let isFollowed: Bool

    package init(
        _ message: OutboundMessage,
        in situation: String,
        language: LanguageTag,
        isFollowed: Bool = false
    ) {
        self.message = message
        self.situation = situation
        self.language = language
        self.isFollowed = isFollowed
    }
}

/// What a survey found, and what it looked at.
package struct SurveyReport: Sendable {
    /// Each once, in the order in which they were met.
    package internal(set) var messages: [SurveyedMessage] = []
    /// Words for the merchant's eyes: tasks and consents.
    package internal(set) var merchantWords: Set<String> = []
    package internal(set) var places: Set<PlaceKind> = []
    package internal(set) var asides: Set<Aside> = []
    /// Sorts of buttons that were offered or tapped.
    package internal(set) var offers: Set<OfferKind> = []
    package internal(set) var heard: Set<ContentKind> = []
    /// Kinds of timers that were set and that no survey knows.
    package internal(set) var unknownTimers: Set<String> = []
    package internal(set) var turns = 0
    /// Buttons that were met and not tapped, since the survey had its turns; 0 where everything was tapped.
    package internal(set) var left = 0
}
