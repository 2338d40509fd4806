import Commerce
import Kernel

/// What `shop.yaml` says, before the goods are known.
struct ShopDetails {
    var name = ""
    var greeting = ""
    var accent: String?
    var cover: (path: String, line: Int)?
    var languages: [LanguageTag] = []
    var country: String?
    var currency: Currency?
    var zone: Zone?
    var address: String?
    var hours = OpeningHours(days: [:])
    var delivery: [DeliveryOption] = []
    var payment: [PaymentOption] = []
    var featured: [(text: String, line: Int)] = []
    var shelves: [ShelfRule] = []
    var holdTime = Span.minutes(15)
    var cardNote: String?
    var collectionsLine = 1
    var tone = Shop.Tone.warm
    var rules = ShopRules()
    var website: Shop.Website?
    var commentWords: [String] = []
    var display = DisplayRule()
    var front = FrontReader.Reading()
    var inChatMarkets = InChatMarkets()
    var addressForm: String?
}

extension ShopDetails {
    /// The shop, with what depends on other files and on the goods.
    func shop(
        id: ShopID,
        cover: String?,
        currency: Currency,
        zone: Zone,
        questions: [ShopQuestion],
        featured: [ProductID],
        templates: [NewsTemplate],
        posts: PostTable,
        front: ShopFront,
        translations: [String: Shop]
    ) -> Shop {
        Shop(
            id: id,
            name: name,
            greeting: greeting,
            cover: cover,
            accentColour: accent ?? "#333333",
            languages: languages,
            currency: currency,
            zone: zone,
            address: address,
            openingHours: hours,
            deliveryOptions: delivery,
            paymentWays: payment.map(\.way),
            questions: questions,
            featured: featured,
            holdTime: holdTime,
            country: country,
            cardNote: cardNote,
            paymentOptions: payment,
            rules: rules,
            tone: tone,
            templates: templates,
            website: website,
            commentWords: commentWords,
            posts: posts,
            front: front,
            inChatMarkets: inChatMarkets,
            addressForm: addressForm,
            translations: translations
        )
    }
}

/// Reads `shop.yaml`; whatever can't be read keeps its default and leaves a finding.
struct ShopDetailsReader {
    private var reader: MappingReader
    private var log: FindingLog
    private var details = ShopDetails()

    /// Everything at once: the details, and what was found.
    static func read(_ bytes: [UInt8], log: FindingLog) -> (details: ShopDetails, log: FindingLog) {
        var log = log
        let root = YAMLFile.read(bytes, log: &log)
        guard let mapping = root?.mapping else {
            if !log.hasFaults {
                log.fault(
                    1,
                    expected: "lines such as 'name: My shop'",
                    remedy: "Start from a shop that 'shopkeeper init' writes."
                )
            }
            return (ShopDetails(), log)
        }
        var reader = ShopDetailsReader(reader: MappingReader(mapping, subject: "shop.yaml"), log: log)
        reader.readAll()
        return (reader.details, reader.log)
    }

    private init(reader: MappingReader, log: FindingLog) {
        self.reader = reader
        self.log = log
    }

    private mutating func readAll() {
        readFace()
        readPlace()
        readTrade()
        reader.checkKeys(log: &log)
    }

    private mutating func readFace() {
        details.name = reader.requiredText("name", example: "name: Areia Fina", log: &log) ?? ""
        details.greeting =
            reader.requiredText("greeting", example: "greeting: Shoes and clothes by the sea.", log: &log) ?? ""
        details.accent = accent()
        details.cover = reader.text("cover", log: &log).map { ($0, reader.line("cover")) }
        details.cardNote = reader.text("card-note", log: &log)
        details.tone = reader.word("tone", log: &log) ?? .warm
        details.commentWords = commentWords()
        details.languages = languages()
    }

    private mutating func readPlace() {
        details.country = country()
        details.zone = zone()
        details.address = reader.text("address", log: &log)
        details.hours = OpeningHoursReader.read(reader.value("hours"), log: &log)
    }

    private mutating func readTrade() {
        details.currency = currency()
        details.delivery = DeliveryReader.read(
            reader.value("delivery"),
            line: reader.line("delivery"),
            currency: details.currency,
            log: &log
        )
        details.website = WebsiteReader.read(reader.value("website"), log: &log)
        let hasWebsite = reader.entry("website") != nil
        details.payment = PaymentReader.read(
            reader.value("payment"),
            line: reader.line("payment"),
            hasWebsite: hasWebsite,
            log: &log
        )
        details.addChatMarkets(lineOfPayment: reader.line("payment"), log: &log)
        details.shelves = ShelfRule.read(reader.value("collections"), line: reader.line("collections"), log: &log)
        details.collectionsLine = reader.line("collections")
        details.featured = reader.texts("featured", log: &log)
        details.display.shown = reader.texts("shown", log: &log)
        details.display.hidden = reader.texts("hidden", log: &log)
        details.front = FrontReader.read(&reader, log: &log)
        details.addressForm = FormsReader.read(reader.value("forms"), log: &log)
        details.holdTime = holdTime()
        details.rules = ShopRulesReader.read(reader.value("rules"), holdTime: details.holdTime, log: &log)
    }

    private mutating func accent() -> String? {
        guard let text = reader.text("accent", log: &log) else {
            // An unquoted colour begins a remark, so YAML sees nothing after the colon.
            if reader.entry("accent") != nil {
                log.fault(
                    reader.line("accent"),
                    expected: "a colour such as \"#F2755B\"",
                    remedy: "Put it in quotation marks; without them a # begins a remark."
                )
            }
            return nil
        }
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.count == 6, digits.allSatisfy(\.isHexDigit) else {
            log.fault(
                reader.line("accent"),
                expected: "a colour such as \"#F2755B\"",
                remedy: "Write # and six signs, 0-9 or A-F, in quotation marks, instead of \(text.quoted)."
            )
            return nil
        }
        return "#" + digits
    }

    private mutating func languages() -> [LanguageTag] {
        let texts = reader.texts("languages", log: &log)
        if texts.isEmpty { reader.missing("languages", example: "languages: [en]", log: &log) }
        return texts.compactMap { item in
            if let tag = LanguageTag(item.text) { return tag }
            log.fault(
                item.line,
                expected: "a language such as en or pt-BR",
                remedy: "Write its short code instead of \(item.text.quoted)."
            )
            return nil
        }
    }

    /// Folded as comments are before they are looked through.
    private mutating func commentWords() -> [String] {
        var taken: [String: Int] = [:]
        return reader.texts("comment-words", log: &log).compactMap { item in
            let word = TextTools.folded(item.text).trimmed
            if !word.isEmpty, let line = taken[word] {
                log.remark(
                    item.line,
                    expected: "each word once under comment-words",
                    remedy:
                        "\(item.text.quoted) stands in line \(line) already, as letters and accents count. Delete it."
                )
                return nil
            }
            taken[word] = item.line
            if !word.isEmpty { return word }
            log.fault(
                item.line,
                expected: "words of letters and digits under comment-words",
                remedy: "Write what people comment, such as 'price', instead of \(item.text.quoted)."
            )
            return nil
        }
    }

    private mutating func country() -> String? {
        guard let text = reader.text("country", log: &log) else { return nil }
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            log.fault(
                reader.line("country"),
                expected: "a country of two letters such as BR",
                remedy: "Write the code of ISO 3166 instead of \(text.quoted)."
            )
            return nil
        }
        return text.uppercased()
    }

    private mutating func zone() -> Zone? {
        guard let text = reader.requiredText("zone", example: "zone: America/Sao_Paulo", log: &log) else { return nil }
        if let zone = Zone(text) { return zone }
        log.fault(
            reader.line("zone"),
            expected: "a time zone such as America/Sao_Paulo",
            remedy: "\(text.quoted) is none. Write continent and city as the IANA database does."
        )
        return nil
    }

    private mutating func currency() -> Currency? {
        guard let text = reader.requiredText("currency", example: "currency: BRL", log: &log) else { return nil }
        if let currency = Currency(code: text) { return currency }
        log.fault(
            reader.line("currency"),
            expected: "a currency of three letters such as BRL",
            remedy: "Write the code of ISO 4217 instead of \(text.quoted)."
        )
        return nil
    }

    private mutating func holdTime() -> Span {
        guard let text = reader.text("hold-minutes", log: &log) else { return .minutes(15) }
        guard let minutes = Int64(text), (1...1440).contains(minutes) else {
            log.fault(
                reader.line("hold-minutes"),
                expected: "whole minutes from 1 to 1440 after hold-minutes:",
                remedy: "Write a number such as 15 instead of \(text.quoted)."
            )
            return .minutes(15)
        }
        return .minutes(minutes)
    }
}
