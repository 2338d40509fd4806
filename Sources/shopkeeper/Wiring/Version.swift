/// The program's version, as it names itself to others.
enum Version {
    static let text = "0.1"
}
