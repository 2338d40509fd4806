import Kernel
import Platform

/// The people whose phones a chat can pick up: known by their first name, the same ones in every chat.
enum Phonebook {
    /// A person with a number and a user id made from the name.
    static func person(_ id: PersonID, on platform: EmulatedPlatform) -> Person {
        let digits = id.rawValue.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 10_000_000 }
        return Person(
            id,
            name: name(of: id),
            phone: "551199" + String(String(10_000_000 + digits).dropFirst()),
            userID: platform.mintedUserID(for: id, country: "BR")
        )
    }

    static func name(of id: PersonID) -> String { id.rawValue.prefix(1).uppercased() + id.rawValue.dropFirst() }
}
