import Kernel
import Platform

/// The people whose phones a chat can pick up: known by their first name, the same ones in every chat.
enum Phonebook {
    /// What mobile numbers begin with where a phone can be from, up to seven digits of its own.
    private static let beginnings = ["BR": "551199", "IN": "91981"]

    /// A person with a number and a user id made from the name, at home in that country.
    ///
    /// What can be paid in a chat depends on it; from Brazil where no number of the country is known.
    static func person(_ id: PersonID, from country: String?, on platform: EmulatedPlatform) -> Person {
        let home = country.flatMap { beginnings[$0] == nil ? nil : $0 } ?? "BR"
        let digits = id.rawValue.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 10_000_000 }
        return Person(
            id,
            name: name(of: id),
            phone: beginnings[home, default: ""] + String(String(10_000_000 + digits).dropFirst()),
            userID: platform.mintedUserID(for: id, country: home)
        )
    }

    static func name(of id: PersonID) -> String { id.rawValue.prefix(1).uppercased() + id.rawValue.dropFirst() }
}
