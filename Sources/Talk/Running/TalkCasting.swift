/// A script with a channel for every shopper; one on `any` is cast on each channel in turn.
package struct TalkCasting: Sendable, Equatable {
    package let script: TalkScript
    /// The channel of those on `any`; `nil` when there is nobody.
    package let anyChannel: TalkChannel?

    /// The castings of a script on these channels.
    package static func all(of script: TalkScript, on channels: [TalkChannel] = TalkChannel.allCases) -> [TalkCasting] {
        guard script.header.shoppers.contains(where: { $0.channel == nil }) else {
            return [TalkCasting(script: script, anyChannel: nil)]
        }
        return channels.map { TalkCasting(script: script, anyChannel: $0) }
    }

    package init(script: TalkScript, anyChannel: TalkChannel?) {
        self.script = script
        self.anyChannel = anyChannel
    }

    /// Where the shopper writes.
    package func channel(of shopper: String) -> TalkChannel? { script.header.shopper(shopper)?.channel ?? anyChannel }

    /// Whether the shopper is on `any`, so that only the sense of what is said counts.
    package func isLoose(_ shopper: String) -> Bool { script.header.shopper(shopper)?.channel == nil }

    /// Whether what is billed has to be written.
    package var countsBills: Bool { script.header.shoppers.allSatisfy { $0.channel != nil } }
}
