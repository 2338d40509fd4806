import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("Rules, tone and ways of payment in shop.yaml")
struct ShopRulesTests {
    private func shop(adding lines: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop + "\n" + lines + "\n")
    }

    private func rules(_ line: String) throws -> ShopRules {
        let loaded = try shop(adding: "rules:\n  \(line)").read()
        #expect(loaded.remarks == [])
        return loaded.shop.rules
    }

    @Test("a shop that says nothing has the usual rules, a warm tone and no website")
    func silence() throws {
        let shop = try TemporaryShop().read().shop
        #expect(shop.rules == ShopRules())
        #expect(shop.tone == .warm)
        #expect(shop.website == nil)
        #expect(shop.commentWords == [])
        #expect(shop.templates == [])
    }

    @Test("every rule is heard")
    func allRules() throws {
        let text = """
            rules:
              late-payment: refund
              link-time: 90 minutes
              return-days: 30
              return-paid-by: shop
              changes-until: accepted
              person-wait: 10 min
              person-lease: 1 day 2 hours
              cart-reminder: 5h
              hold-reminder: 3 minutes
              quiet: 22:30-7:00
            """
        let loaded = try shop(adding: text).read()
        var expected = ShopRules()
        expected.latePayment = .refund
        expected.linkTime = .minutes(90)
        expected.returnDays = 30
        expected.returnPayer = .shop
        expected.changesUntil = .accepted
        expected.personWait = .minutes(10)
        expected.personLease = .hours(26)
        expected.cartReminder = .hours(5)
        expected.holdReminder = .minutes(3)
        expected.quietFrom = 22 * 60 + 30
        expected.quietUntil = 7 * 60
        #expect(loaded.remarks == [])
        #expect(loaded.shop.rules == expected)
    }

    @Test("reminders and quiet hours are switched off by a word", arguments: ["never", "off", "no", "None"])
    func never(word: String) throws {
        #expect(try rules("cart-reminder: \(word)").cartReminder == nil)
        #expect(try rules("hold-reminder: \(word)").holdReminder == nil)
        let rules = try rules("quiet: \(word)")
        #expect(!(0..<1440).contains { rules.isQuiet(atMinute: $0) })
    }

    @Test("underscores are as good as hyphens, and a key that stands twice is told")
    func underscores() throws {
        #expect(try rules("return_days: 7").returnDays == 7)
        #expect(try shop(adding: "hold_minutes: 20").read().shop.holdTime == .minutes(20))
        let twice = try shop(adding: "hold-minutes: 20\nhold_minutes: 30").read()
        #expect(twice.shop.holdTime == .minutes(20))
        #expect(twice.remarks.map(\.line) == [20])
        #expect(twice.remarks.first?.expected == "each key once in shop.yaml")
    }

    @Test("nobody is reminded of goods that are held for less than the reminder")
    func shortHold() throws {
        let told = try shop(adding: "hold-minutes: 4\nrules:\n  hold-reminder: 5 minutes").read()
        #expect(told.shop.rules.holdReminder == nil)
        #expect(told.remarks.map(\.line) == [21])
        let silent = try shop(adding: "hold-minutes: 4\nrules:\n  return-days: 3").read()
        #expect(silent.shop.rules.holdReminder == nil)
        #expect(silent.remarks == [])
    }

    @Test(
        "what can't be used is a fault with its line",
        arguments: [
            ("tone: cheerful", 19, "one of warm, calm"), ("rules: strict", 19, "a line for each rule"),
            ("rules:\n  late-payment: keep", 20, "one of honour, refund"),
            ("rules:\n  link-time: 20 minutes", 20, "from 35 minutes to 1 day"),
            ("rules:\n  link-time: 60", 20, "number and unit"), ("rules:\n  link-time: a while", 20, "number and unit"),
            ("rules:\n  link-time: 999999999 days", 20, "number and unit"),
            ("rules:\n  return-days: -1", 20, "whole days from 0"),
            ("rules:\n  return-days: 14 days", 20, "whole days from 0"),
            ("rules:\n  return-paid-by: me", 20, "one of shop, shopper"),
            ("rules:\n  changes-until: delivered", 20, "one of awaiting-payment, placed, accepted"),
            ("rules:\n  person-wait: 0 minutes", 20, "from 1 minute to 7 days"),
            ("rules:\n  cart-reminder: 24 hours", 20, "to 23 hours"), ("rules:\n  quiet: at night", 20, "two times"),
            ("website: https://x.example", 19, "cart below website"),
            ("website:\n  cart: x.example/{items}/{order}", 20, "begins with https://"),
            ("website:\n  cart: https://x.example/?o={order}", 20, "{items} in the website's cart"),
            ("website:\n  cart: https://x.example/{items}", 20, "{order} in the website's cart"),
            ("website:\n  cart: https://x.example/{items}/{order}/{name}", 20, "the only places"),
            ("comment-words: [price, \"!!\"]", 19, "words of letters"),
            ("  - way: website\n    title: Our web shop", 19, "website in shop.yaml"),
        ]
    )
    func faults(lines: String, line: Int, words: String) throws {
        let shop = try shop(adding: lines)
        let faults = shop.findings.filter { $0.severity == .fault }
        #expect(faults.count == 1)
        #expect(faults.first?.line == line, "\(faults)")
        #expect(faults.first?.description.contains(words) == true, "\(faults)")
        #expect(throws: ShopFaults.self) { try shop.read() }
    }

    @Test("a misspelt rule is told with the one that was meant")
    func misspelt() throws {
        let loaded = try shop(adding: "rules:\n  retrun-days: 30").read()
        #expect(loaded.remarks.first?.remedy.contains("Did you mean \"return-days\"?") == true)
        #expect(loaded.shop.rules.returnDays == 14)
    }

    @Test("all ways of payment, in the shop's order and words, with the website that one of them needs")
    func ways() throws {
        let lines = """
              - way: link
                title: Card or Pix
              - way: in-chat
                title: Pay in WhatsApp
              - way: website
                title: Our web shop
                line: You finish on our own pages.
            website:
              cart: https://loja.example/cart?items={items}&order={order}
            """
        let shop = try shop(adding: lines).read().shop
        #expect(shop.paymentWays == [.payOnDelivery, .hostedLink, .inChat, .website])
        #expect(shop.paymentOption(.website)?.line == "You finish on our own pages.")
        #expect(shop.website?.cartURL == "https://loja.example/cart?items={items}&order={order}")
    }

    @Test("comment words are kept as comments are looked through: folded, each once")
    func commentWords() throws {
        let shop = try shop(adding: "comment-words: [Preço, PRECO, \" how much \", quero!]").read().shop
        #expect(shop.commentWords == ["preco", "how much", "quero"])
        #expect(try self.shop(adding: "tone: Calm").read().shop.tone == .calm)
    }
}
