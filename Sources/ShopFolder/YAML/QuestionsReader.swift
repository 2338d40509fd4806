import Commerce

/// Reads `questions.yaml`; a question that can't be read is left out.
enum QuestionsReader {
    static func read(_ bytes: [UInt8], log: inout FindingLog) -> [ShopQuestion] {
        guard let root = YAMLFile.read(bytes, log: &log), !root.isNothing else { return [] }
        guard root.isList else {
            log.fault(root.line, expected: "a list of questions", remedy: "Begin each question with '- id:'.")
            return []
        }
        var taken: Set<String> = []
        return root.items.compactMap { question($0, taken: &taken, log: &log) }
    }

    private static func question(_ value: YAMLValue, taken: inout Set<String>, log: inout FindingLog) -> ShopQuestion? {
        guard let mapping = value.mapping else {
            log.fault(value.line, expected: "a question", remedy: "Write '- id: returns', and its other keys below.")
            return nil
        }
        var reader = MappingReader(mapping, subject: "a question")
        let id = ShopIdentifier.read(from: &reader, taken: &taken, example: "returns", log: &log)
        let title = reader.requiredText("title", example: "title: Returns", log: &log)
        reader.checkLength(title, of: "title", limit: ChatLimits.button, log: &log)
        let asked = reader.requiredText("question", example: "question: Can I return something?", log: &log)
        let also = reader.texts("also", log: &log).map(\.text)
        let keywords = keywords(reader.value("keywords"), log: &log)
        let answer = reader.requiredText("answer", example: "answer: Yes, within 30 days.", log: &log)
        reader.checkKeys(log: &log)
        guard let id, let title, let asked, let answer else { return nil }
        return ShopQuestion(
            id: id,
            title: title,
            question: asked,
            otherWordings: also,
            keywords: keywords,
            answer: answer
        )
    }

    /// An idea is a synonym of itself.
    private static func keywords(_ value: YAMLValue?, log: inout FindingLog) -> [[String]] {
        guard let value else { return [] }
        guard let mapping = value.mapping else {
            // A bare list of words: each is an idea of its own.
            return value.items.compactMap(\.text).map { [$0] }
        }
        return mapping.entries.map { idea, synonyms in
            ([idea] + synonyms.items.compactMap(\.text)).filter { !$0.isEmpty }.uniqued()
        }
    }
}
