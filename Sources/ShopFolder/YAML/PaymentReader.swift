import Commerce

/// Reads the ways of payment of `shop.yaml`.
enum PaymentReader {
    /// The words that merchants write for them.
    static let ways: [String: PaymentWay] = [
        "on-delivery": .payOnDelivery, "link": .hostedLink, "in-chat": .inChat, "website": .website,
    ]

    static func read(_ value: YAMLValue?, line: Int, hasWebsite: Bool, log: inout FindingLog) -> [PaymentOption] {
        if value == nil {
            log.fault(line, expected: "payment in shop.yaml", remedy: "Add at least '- way: on-delivery' with a title.")
        }
        var taken: Set<PaymentWay> = []
        return (value?.items ?? []).compactMap { item in
            guard let option = option(item, log: &log) else { return nil }
            guard taken.insert(option.way).inserted else {
                log.remark(
                    item.line,
                    expected: "each way of payment once",
                    remedy: "The first one is used. Delete this one."
                )
                return nil
            }
            if option.way == .website, !hasWebsite {
                log.fault(
                    item.line,
                    expected: "website in shop.yaml for the way website",
                    remedy: "Say under 'website:' where carts are taken over, or delete this way of payment."
                )
            }
            return option
        }
    }

    private static func option(_ value: YAMLValue, log: inout FindingLog) -> PaymentOption? {
        guard let mapping = value.mapping else {
            log.fault(
                value.line,
                expected: "a way of payment",
                remedy: "Write '- way: on-delivery', and its other keys below."
            )
            return nil
        }
        var reader = MappingReader(mapping, subject: "a way of payment")
        let name = reader.requiredText("way", example: "way: on-delivery", log: &log)
        let title = reader.requiredText("title", example: "title: Pay on delivery", log: &log)
        reader.checkLength(title, of: "title", limit: ChatLimits.button, log: &log)
        let line = reader.text("line", log: &log)
        let gateway = GatewayReader.read(&reader, log: &log)
        reader.checkKeys(log: &log)
        guard gateway != .faulty, let name, let title else { return nil }
        guard let way = ways[name.lowercased()] else {
            log.fault(
                reader.line("way"),
                expected: "a known way of payment",
                remedy: "\(name.quoted) is none. Known are \(ways.keys.sorted().joined(separator: ", "))."
            )
            return nil
        }
        guard way == .inChat || gateway == .none else {
            log.fault(
                reader.line("gateway"),
                expected: "a gateway with the way in-chat only",
                remedy: "Delete 'gateway' and 'configuration' here; the way \(name.quoted) needs neither."
            )
            return nil
        }
        return PaymentOption(way: way, title: title, line: line, gateway: gateway.found)
    }
}
