/// Why a setting was refused: where it stands, what was expected, and how to mend it.
package struct SettingsFault: Error, Equatable, CustomStringConvertible {
    /// `shopkeeper.yaml:12`, or the name of an environment variable.
    package let place: String
    package let expected: String
    package let remedy: String

    package init(place: String, expected: String, remedy: String) {
        self.place = place
        self.expected = expected
        self.remedy = remedy
    }

    package var description: String { "\(place): expected \(expected). \(remedy)" }
}
