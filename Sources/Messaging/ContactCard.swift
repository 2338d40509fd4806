/// A card from an address book.
package struct ContactCard: Hashable, Codable, Sendable {
    package var name: String?
    package var phones: [String]

    package init(name: String?, phones: [String]) {
        self.name = name
        self.phones = phones
    }
}
