/// Reads `forms` of `shop.yaml`: the forms that open inside the chat on WhatsApp, by the platform's ids.
///
/// ```yaml
/// forms:
///   address: 900800700600
/// ```
enum FormsReader {
    /// The id of the form for an address; nil without one, or where it can't be one.
    static func read(_ value: YAMLValue?, log: inout FindingLog) -> String? {
        guard let value else { return nil }
        guard let mapping = value.mapping else {
            log.fault(value.line, expected: "address below forms", remedy: "Write '  \(example)' below it.")
            return nil
        }
        var reader = MappingReader(mapping, subject: "forms")
        let text = reader.requiredText("address", example: example, log: &log)
        reader.checkKeys(log: &log)
        guard let text else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (5...32).contains(text.utf8.count) else {
            log.fault(
                reader.line("address"),
                expected: "the id of a form of WhatsApp's, digits alone",
                remedy:
                    "Copy it from the list of flows in WhatsApp Manager, such as \(example), instead of \(text.quoted)."
            )
            return nil
        }
        return text
    }

    private static let example = "address: 900800700600"
}
