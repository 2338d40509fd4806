package import Kernel

/// What stands before a script's first blank line: the title, the shop, the people, the clock and the seed.
package struct ScriptHeader: Sendable, Equatable {
    /// The shop a script plays in: `shop demo rates=2026-10 stock.PRAIA-38=1 zone=UTC`.
    package struct Shop: Sendable, Equatable {
        /// A folder, or `demo` for the shop that ships with the program.
        package var folder: String
        /// Settings that differ from the folder's, in the order written.
        package var settings: [Field<String>]

        package init(folder: String, settings: [Field<String>] = []) {
            self.folder = folder
            self.settings = settings
        }

        /// What shoppers of this shop write behind `@`: the setting `as`, else the last part of the folder's path.
        package var name: String {
            self["as"] ?? folder.split(separator: "/").last.map(String.init) ?? folder
        }

        /// The value of a setting; the last one counts.
        package subscript(key: String) -> String? { settings.last { $0.key == key }?.value }
    }

    /// Someone who buys: `shopper ana whatsapp id=BR.19a7 phone=none name="Ana Souza"`.
    package struct Shopper: Sendable, Equatable {
        /// How the script calls them.
        package var name: String
        /// Where they write; `nil` stands for `any`, and the script is played on every channel.
        package var channel: TalkChannel?
        /// `name= id= phone= locale= consent=` as written.
        package var details: [Field<String>]
        /// The name of the shop they write to, `@kiel` in the script; nil: the first.
        package var shop: String?

        package init(name: String, channel: TalkChannel?, details: [Field<String>] = [], shop: String? = nil) {
            self.name = name
            self.channel = channel
            self.details = details
            self.shop = shop
        }

        /// A detail's value; `phone=none` is given as `none`.
        package subscript(key: String) -> String? { details.last { $0.key == key }?.value }
    }

    /// The moment a script starts at when it names none.
    package static let usualClock = Timestamp(milliseconds: 1_791_201_600_000)

    package var title: String?
    /// The shops of the gateway, at least one; the settings of the first hold for its bills.
    package var shops: [Shop] = []
    package var shoppers: [Shopper] = []
    /// People of the shop who may write in the platform's own inbox.
    package var staff: [String] = []
    package var clock = Self.usualClock
    package var seed: UInt64 = 1
    /// Whether the platform reports only what the script says (`status manual`).
    package var reportsStatusesByHand = false

    package init() {}

    /// The first shop; the one that ships with the program where the header names none.
    package var shop: Shop { shops.first ?? Shop(folder: "demo") }

    /// The place among the shops of the one that somebody writes to.
    package func place(ofShopOf shopper: String?) -> Int {
        guard let name = shopper.flatMap(self.shopper)?.shop else { return 0 }
        return shops.firstIndex { $0.name == name } ?? 0
    }

    /// The shopper of that name.
    package func shopper(_ name: String) -> Shopper? { shoppers.first { $0.name == name } }
}

/// A channel as scripts call it.
package enum TalkChannel: String, Sendable, CaseIterable {
    case whatsapp, messenger, instagram
}

/// A named value, written `key=value`.
package struct Field<Words: Sendable & Equatable>: Sendable, Equatable {
    package var key: String
    package var value: Words

    package init(_ key: String, _ value: Words) {
        self.key = key
        self.value = value
    }

    /// The same field in other words.
    package func map<Other, Failure>(_ change: (Words) throws(Failure) -> Other) throws(Failure) -> Field<Other> {
        Field<Other>(key, try change(value))
    }
}

extension [Field<String>] {
    /// The value of the last field of that name.
    package subscript(key: String) -> String? { last { $0.key == key }?.value }
}
