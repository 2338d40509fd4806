/// Why a setting was refused: where it stands, what was expected, and how to mend it.
struct SettingsFault: Error, Equatable, CustomStringConvertible {
    /// `shopkeeper.yaml:12`, or the name of an environment variable.
    let place: String
    let expected: String
    let remedy: String

    var description: String { "\(place): expected \(expected). \(remedy)" }
}
