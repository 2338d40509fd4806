import Commerce

/// Reads `website` of `shop.yaml`: where carts are paid on the brand's own pages.
enum WebsiteReader {
    static func read(_ value: YAMLValue?, log: inout FindingLog) -> Shop.Website? {
        guard let value else { return nil }
        guard let mapping = value.mapping else {
            log.fault(value.line, expected: "cart below website", remedy: "Write '  cart: \(example)' below it.")
            return nil
        }
        var reader = MappingReader(mapping, subject: "website")
        let address = reader.requiredText("cart", example: "cart: \(example)", log: &log)
        reader.checkKeys(log: &log)
        guard let address else { return nil }
        let faults = faults(of: address)
        for fault in faults { log.fault(reader.line("cart"), expected: fault.expected, remedy: fault.remedy) }
        return faults.isEmpty ? Shop.Website(cartURL: address) : nil
    }

    private static let example = "https://shop.example/cart?items={items}&order={order}"
    private static let places: Set<String> = ["items", "order"]

    private static func faults(of address: String) -> [(expected: String, remedy: String)] {
        var faults: [(expected: String, remedy: String)] = []
        // Plain http is for trying things out on one machine.
        let isLocal = address.hasPrefix("http://127.0.0.1") || address.hasPrefix("http://localhost")
        if !address.hasPrefix("https://") && !isLocal || address.contains(" ") {
            faults.append(("an address that begins with https:// after cart:", "Write something like \(example)."))
        }
        let found = Set(address.split(separator: "{").dropFirst(address.hasPrefix("{") ? 0 : 1).map(placeName))
        for place in places.subtracting(found).sorted() {
            faults.append(
                ("{\(place)} in the website's cart", "Put it where the address takes it, as in \(example).")
            )
        }
        for other in found.subtracting(places).sorted() {
            faults.append(("{items} and {order} as the only places", "{\(other)} means nothing here. Remove it."))
        }
        return faults
    }

    private static func placeName(_ text: Substring) -> String { String(text.prefix { $0 != "}" }) }
}
