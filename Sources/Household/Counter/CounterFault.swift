/// Why something can't be done at the counter: what was found, where, and what helps.
package struct CounterFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// What the fault is about, such as `order K7QX2M`.
    package let place: String
    package let finding: String
    package let remedy: String

    package init(_ place: String, _ finding: String, remedy: String) {
        self.place = place
        self.finding = finding
        self.remedy = remedy
    }

    package var description: String { "\(place): \(finding). \(remedy)" }
}
