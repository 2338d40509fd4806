import Channels
import Messaging
import Testing

/// Parts of Messenger's and Instagram's bodies, put together by hand.
enum PageBodies {
    /// The head of an item that a person caused, at 08:19:59.456.
    static let fromPerson = #""sender":{"id":"7001"},"recipient":{"id":"1002"},"timestamp":1794989999456"#

    /// The head of an item that the Page caused.
    static let fromAccount = #""sender":{"id":"1002"},"recipient":{"id":"7001"},"timestamp":1794989999456"#

    /// What a line holds of that person's item up to its id.
    static let messengerHead = #""account":"1002","address":"7001","id":"#

    /// An envelope around items of `messaging`.
    static func messenger(_ items: String) -> String {
        #"{"object":"page","entry":[{"id":"1002","time":1794990000123,"messaging":[\#(items)]}]}"#
    }

    /// The head of an item that a person caused on Instagram.
    static let fromFollower = #""sender":{"id":"6600110022"},"recipient":{"id":"17841400"},"timestamp":1794989999456"#

    /// The head of an item that the Instagram account caused.
    static let fromShop = #""sender":{"id":"17841400"},"recipient":{"id":"6600110022"},"timestamp":1794989999456"#

    /// What a line holds of that follower's item up to its id.
    static let instagramHead = #""account":"17841400","address":"6600110022","id":"#

    /// An envelope around items of `messaging`.
    static func instagram(_ items: String) -> String {
        #"{"object":"instagram","entry":[{"id":"17841400","time":1794990000123,"messaging":[\#(items)]}]}"#
    }

    /// The row's body prints exactly its lines, where `ID` stands for a made id and `AT` for the heads' moment.
    static func expectExact(_ row: PayloadRow) {
        let printed = Normaliser.lines(file: "f", body: Array(row.body.utf8), channel: row.channel)
        #expect(printed.faults.isEmpty)
        let head = #"{"file":"f","channel":"\#(row.channel.rawValue)","#
        #expect(
            printed.lines.map(withoutMadeID)
                == row.lines.map { head + $0.replacing(",AT,", with: #","at":"2026-11-18T08:19:59.456Z","#) }
        )
    }

    private static func withoutMadeID(_ line: String) -> String {
        line.replacing(#/"id":"made:[A-Za-z]+:[0-9a-f]+"/#, with: #""id":"ID""#)
    }
}
