import Commerce
import Kernel

/// Reads the delivery options of `shop.yaml`.
enum DeliveryReader {
    static func read(_ value: YAMLValue?, line: Int, currency: Currency?, log: inout FindingLog) -> [DeliveryOption] {
        var taken: Set<String> = []
        let options = (value?.items ?? []).compactMap { option($0, currency: currency, taken: &taken, log: &log) }
        if value == nil {
            log.fault(
                line,
                expected: "delivery in shop.yaml",
                remedy: "Add at least one way of delivery with id, title, price and days."
            )
        }
        return options
    }

    private static func option(
        _ value: YAMLValue,
        currency: Currency?,
        taken: inout Set<String>,
        log: inout FindingLog
    ) -> DeliveryOption? {
        guard let mapping = value.mapping else {
            log.fault(
                value.line,
                expected: "a delivery option",
                remedy: "Write '- id: standard', and its other keys below."
            )
            return nil
        }
        var reader = MappingReader(mapping, subject: "a delivery option")
        let id = ShopIdentifier.read(from: &reader, taken: &taken, example: "standard", log: &log)
        let title = reader.requiredText("title", example: "title: Standard", log: &log)
        reader.checkLength(title, of: "title", limit: ChatLimits.button, log: &log)
        let price = price(from: &reader, currency: currency, log: &log)
        let days = reader.requiredText("days", example: "days: 3 to 6 working days", log: &log)
        reader.checkLength(days, of: "days", limit: 60, log: &log)
        let cutoff = cutoff(from: &reader, log: &log)
        let isPickup = reader.isYes("pickup", log: &log)
        reader.checkKeys(log: &log)
        guard let id, let title, let price, let days else { return nil }
        return DeliveryOption(id: id, title: title, price: price, time: days, isPickup: isPickup, cutoff: cutoff)
    }

    private static func price(from reader: inout MappingReader, currency: Currency?, log: inout FindingLog) -> Money? {
        guard let text = reader.requiredText("price", example: "price: 19.90", log: &log), let currency else {
            return nil
        }
        switch PriceReader(currency: currency).read(text) {
        case .success(let price): return price.money
        case .failure(let problem):
            log.fault(reader.line("price"), expected: problem.expected, remedy: problem.remedy)
            return nil
        }
    }

    private static func cutoff(from reader: inout MappingReader, log: inout FindingLog) -> Int? {
        guard let text = reader.text("cutoff", log: &log) else { return nil }
        guard let minutes = ClockReader.minutes(text), minutes < 1440 else {
            log.fault(
                reader.line("cutoff"),
                expected: "a time such as 14:00 after cutoff:",
                remedy: "Write \(text.quoted) as hours and minutes."
            )
            return nil
        }
        return minutes
    }
}

/// How many UTF-16 units the places of a chat hold.
/// - Source: WhatsApp Cloud API, interactive messages.
enum ChatLimits {
    static let button = 20
    static let listRow = 24
    static let listLine = 72
}
