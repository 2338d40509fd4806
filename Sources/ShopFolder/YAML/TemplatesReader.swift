import Commerce
import Kernel

/// Reads `templates.yaml`; a template that can't be read is left out, and its news waits instead.
enum TemplatesReader {
    static func read(_ bytes: [UInt8], log: inout FindingLog) -> [NewsTemplate] {
        guard let root = YAMLFile.read(bytes, log: &log), !root.isNothing else { return [] }
        guard root.isList else {
            log.fault(root.line, expected: "a list of templates", remedy: "Begin each template with '- kind:'.")
            return []
        }
        var taken: [Use: Int] = [:]
        return root.items.compactMap { item in
            guard let template = template(item, log: &log) else { return nil }
            let use = Use(kind: template.kind, language: template.language)
            if let line = taken[use] {
                log.remark(
                    item.line,
                    expected: "one template for each kind and language",
                    remedy: "The one in line \(line) is used. Delete one of them, or change its language."
                )
                return nil
            }
            taken[use] = item.line
            return template
        }
    }

    private struct Use: Hashable {
        let kind: NewsKind
        let language: LanguageTag
    }

    private static func template(_ value: YAMLValue, log: inout FindingLog) -> NewsTemplate? {
        guard let mapping = value.mapping else {
            log.fault(value.line, expected: "a template", remedy: "Write '- kind: shipped', and its other keys below.")
            return nil
        }
        var reader = MappingReader(mapping, subject: "a template")
        let kind: NewsKind? = required("kind", example: "shipped", &reader, &log)
        let name = name(&reader, &log)
        let language = language(&reader, &log)
        let category: NewsTemplate.Category? = required("category", example: "utility", &reader, &log)
        let body = reader.requiredText("body", example: "body: Your order {{1}} is on its way.", log: &log)
        let entries = reader.texts("places", log: &log)
        let places = entries.compactMap { item -> NewsTemplate.Place? in
            reader.known(item.text, line: item.line, under: "places", log: &log)
        }
        let approval: NewsTemplate.Approval? = required("approval", example: "pending", &reader, &log)
        reader.checkKeys(log: &log)
        guard let kind, let name, let language, let category, let body, let approval, places.count == entries.count,
            check(body, places: places.count, line: reader.line("body"), log: &log)
        else { return nil }
        if kind.isOffer, category == .utility {
            log.remark(
                reader.line("category"),
                expected: "marketing after category: for \(KnownWords.word(kind.rawValue))",
                remedy: "The platform bills what nobody ordered as marketing, however it was filed. Write marketing."
            )
        }
        return NewsTemplate(
            kind: kind,
            name: name,
            language: language,
            category: category,
            body: body,
            places: places,
            approval: approval
        )
    }

    private static func required<Word>(
        _ key: String,
        example: String,
        _ reader: inout MappingReader,
        _ log: inout FindingLog
    ) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        guard let text = reader.requiredText(key, example: "\(key): \(example)", log: &log) else { return nil }
        return reader.known(text, line: reader.line(key), under: key, log: &log)
    }

    /// - Source: WhatsApp Business Management API, message templates: at most 512 small letters, digits, underscores.
    private static func name(_ reader: inout MappingReader, _ log: inout FindingLog) -> String? {
        guard let name = reader.requiredText("name", example: "name: order_shipped", log: &log) else { return nil }
        let isValid =
            name.utf8.count <= 512
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        if isValid { return name }
        log.fault(
            reader.line("name"),
            expected: "small letters, digits and underscores after name:",
            remedy: "Write the name under which the platform knows the template instead of \(name.quoted)."
        )
        return nil
    }

    private static func language(_ reader: inout MappingReader, _ log: inout FindingLog) -> LanguageTag? {
        guard let text = reader.requiredText("language", example: "language: en", log: &log) else { return nil }
        if let tag = LanguageTag(text) { return tag }
        log.fault(
            reader.line("language"),
            expected: "a language such as en or pt-BR",
            remedy: "Write its short code instead of \(text.quoted)."
        )
        return nil
    }

    /// Whether `{{1}}` to the last place stand in the body, and the platform would take it.
    /// - Source: WhatsApp Business Management API, message templates: a body of at most 1,024 signs.
    private static func check(_ body: String, places: Int, line: Int, log: inout FindingLog) -> Bool {
        let numbers = TemplatePlaces.numbers(in: body)
        guard let numbers, Set(numbers) == Set(places == 0 ? [] : Array(1...places)) else {
            log.fault(
                line,
                expected: places == 0 ? "no {{1}} in a body without places" : "{{1}} to {{\(places)}} in the body",
                remedy: "Number the places from 1, and name what fills each under places, in the same order."
            )
            return false
        }
        guard TextTools.utf16Count(body) <= 1024 else {
            log.fault(
                line,
                expected: "at most 1024 letters in body",
                remedy: "The text has \(TextTools.utf16Count(body)). Shorten it."
            )
            return false
        }
        if body.hasPrefix("{{") || body.hasSuffix("}}") {
            log.remark(
                line,
                expected: "words before the first and after the last place",
                remedy: "The platform refuses a template that begins or ends with one. Add a word or a full stop."
            )
        }
        return true
    }
}

/// Finds `{{1}}`, `{{2}}` … in the body of a template.
enum TemplatePlaces {
    /// The numbers in the order of the text; nil where braces hold anything else, or are not closed.
    static func numbers(in body: String) -> [Int]? {
        var numbers: [Int] = []
        var rest = body[...]
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}"), let number = Int(rest[..<close.lowerBound].trimmed), number > 0
            else { return nil }
            numbers.append(number)
            rest = rest[close.upperBound...]
        }
        return numbers
    }
}
