/// The short names by which collections, delivery options and questions are kept.
enum ShopIdentifier {
    /// Whether it has 1 to 40 signs, all of them small letters, digits and hyphens.
    static func isValid(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// The id of a mapping; a finding where it is missing, ill-formed or taken.
    static func read(
        from reader: inout MappingReader,
        taken: inout Set<String>,
        example: String,
        log: inout FindingLog
    ) -> String? {
        guard let id = reader.requiredText("id", example: "id: \(example)", log: &log) else { return nil }
        guard isValid(id) else {
            log.fault(
                reader.line("id"),
                expected: "an id of small letters, digits and hyphens",
                remedy: "Write something like '\(example)' instead of \(id.quoted)."
            )
            return nil
        }
        guard taken.insert(id).inserted else {
            log.fault(
                reader.line("id"),
                expected: "an id that stands only once",
                remedy: "\(id.quoted) is taken by an entry above. Give this one another id."
            )
            return nil
        }
        return id
    }
}
