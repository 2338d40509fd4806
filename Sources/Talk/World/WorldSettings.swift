import Billing
import Commerce
import Kernel
import Messaging

/// A shop with what a script's header says of it, read and checked.
struct WorldSettings {
    let shop: TalkShop

    /// Reads the settings of a `shop` line, the first at place 0; throws a `ScriptFinding` that names the line.
    init(_ script: TalkScript, _ place: Int, _ shop: TalkShop) throws {
        do {
            let settings = script.header.shops.isEmpty ? [] : script.header.shops[place].settings
            var shop = shop
            shop.shop = try shop.shop.changed(by: settings)
            shop = try shop.priced(settings.under("price."))
            for field in settings.under("stock.") {
                shop.listed[try shop.known(field.key)] = try TalkShop.pieces(field)
            }
            if let odd = settings.first(where: { !Self.isKnown($0.key) }) {
                throw WorldTrouble(
                    "'\(odd.key)' is no setting of a shop: there are stock.SKU, price.SKU, \(Self.known.joined(separator: ", "))"
                )
            }
            self.shop = shop
        } catch let trouble as WorldTrouble {
            throw script.finding("shop", at: place, trouble)
        }
    }

    private static let known = [
        "zone", "rates", "free", "as", "late-payment", "refunds", "website", "in-chat", "address-form",
    ]

    private static func isKnown(_ key: String) -> Bool {
        known.contains(key) || key.hasPrefix("stock.") || key.hasPrefix("price.")
    }
}

/// How a script's world is billed, by the settings of its first shop.
struct WorldBilling {
    /// The zone of months and rate changes.
    let zone: Zone
    let rules: BillingRules

    init(_ script: TalkScript, _ shop: TalkShop) throws {
        do {
            let settings = script.header.shop.settings
            zone = try settings["zone"].map(Zone.init(written:)) ?? .utc
            rules = try shop.billing(zone, try settings["free"].map(Self.count) ?? 1000)
            try Self.check(settings["rates"], rules, at: script.header.clock)
        } catch let trouble as WorldTrouble {
            throw script.finding("shop", at: 0, trouble)
        }
    }

    private static func count(_ text: String) throws(WorldTrouble) -> Int {
        guard let count = Int(text), count >= 0 else {
            throw WorldTrouble("'\(text)' is no number of free messages: write free=0 or free=1000")
        }
        return count
    }

    /// `rates=2026-10` demands that the card of that month is the one in force.
    private static func check(_ rates: String?, _ rules: BillingRules, at clock: Timestamp) throws(WorldTrouble) {
        guard let rates else { return }
        let card = rules.card(at: clock, account: AccountID(0))?.effective
        guard let card, card.hasPrefix(rates) else {
            throw WorldTrouble("at \(clock.iso8601) the rates of \(card ?? "no date") hold, not those of \(rates)")
        }
    }
}

extension Zone {
    init(written name: String) throws(WorldTrouble) {
        guard let zone = Zone(name) else {
            throw WorldTrouble("there is no time zone '\(name)': write UTC or America/Sao_Paulo, for instance")
        }
        self = zone
    }
}

extension [Field<String>] {
    /// The fields whose name begins so, under the rest of their names.
    fileprivate func under(_ prefix: String) -> [Field<String>] {
        filter { $0.key.hasPrefix(prefix) }.map { Field(String($0.key.dropFirst(prefix.count)), $0.value) }
    }
}

extension TalkScript {
    /// What is wrong with a line of the header, found by how the line begins.
    func finding(_ beginning: String, at place: Int = 0, _ trouble: WorldTrouble) -> ScriptFinding {
        let words = beginning.split(separator: " ")
        let found = lines.indices.filter { lines[$0].split(separator: " ").starts(with: words) }
        return ScriptFinding(
            file: file,
            line: (found.indices.contains(place) ? found[place] : 0) + 1,
            expected: "something that can be played",
            remedy: trouble.sentence
        )
    }
}
