import Billing
import Commerce
import Kernel
import Messaging

/// What a script's header says about its shop and its people, read and checked.
struct WorldSettings {
    let shop: TalkShop
    /// The zone of months and rate changes.
    let billingZone: Zone
    let billing: BillingRules

    /// Reads the settings of the `shop` line; throws a `ScriptFinding` that names the line.
    init(_ script: TalkScript, _ shop: TalkShop) throws {
        do {
            let settings = script.header.shop.settings
            var shop = shop
            let zone = try settings["zone"].map(Self.zone)
            if let zone { shop.shop = shop.shop.moved(to: zone) }
            shop = try shop.priced(settings.under("price."))
            for field in settings.under("stock.") {
                shop.listed[try shop.known(field.key)] = try TalkShop.pieces(field)
            }
            if let odd = settings.first(where: { !Self.isKnown($0.key) }) {
                throw WorldTrouble(
                    "'\(odd.key)' is no setting of a shop: there are stock.SKU, price.SKU, zone, rates, free"
                )
            }
            billingZone = zone ?? .utc
            billing = try shop.billing(billingZone, try settings["free"].map(Self.count) ?? 1000)
            try Self.check(settings["rates"], billing, at: script.header.clock)
            self.shop = shop
        } catch let trouble as WorldTrouble {
            throw script.finding("shop", trouble)
        }
    }

    private static func isKnown(_ key: String) -> Bool {
        ["zone", "rates", "free"].contains(key) || key.hasPrefix("stock.") || key.hasPrefix("price.")
    }

    private static func zone(_ name: String) throws(WorldTrouble) -> Zone {
        guard let zone = Zone(name) else {
            throw WorldTrouble("there is no time zone '\(name)': write UTC or America/Sao_Paulo, for instance")
        }
        return zone
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

extension [Field<String>] {
    /// The fields whose name begins so, under the rest of their names.
    fileprivate func under(_ prefix: String) -> [Field<String>] {
        filter { $0.key.hasPrefix(prefix) }.map { Field(String($0.key.dropFirst(prefix.count)), $0.value) }
    }
}

extension TalkScript {
    /// What is wrong with a line of the header, found by how the line begins.
    func finding(_ beginning: String, _ trouble: WorldTrouble) -> ScriptFinding {
        let words = beginning.split(separator: " ")
        let index = lines.firstIndex { $0.split(separator: " ").starts(with: words) } ?? 0
        return ScriptFinding(
            file: file,
            line: index + 1,
            expected: "something that can be played",
            remedy: trouble.sentence
        )
    }
}
