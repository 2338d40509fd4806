/// Answers that a person filled into a form of ours; values as text, in the order of the form.
package struct Form: Hashable, Codable, Sendable {
    package var name: String?
    package var fields: [String: String]

    package init(name: String?, fields: [String: String]) {
        self.name = name
        self.fields = fields
    }
}
