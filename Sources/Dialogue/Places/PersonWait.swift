import Kernel

/// A request to the people of the shop that nobody has answered yet.
package struct PersonWait: Sendable, Equatable {
    /// When it was made, in whole seconds since 1970.
    package let since: Int64
    /// How often the shopper heard that it takes longer.
    package var told = 0

    package init(since: Int64, told: Int = 0) {
        self.since = since
        self.told = min(max(0, told), Self.mostTold)
    }

    /// After this many apologies there is nothing new to say.
    static let mostTold = 2

    var begin: Timestamp { Timestamp(seconds: since) }
}
