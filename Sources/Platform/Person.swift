/// What scripts and the terminal call a person: `ana`.
package struct PersonID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The name.
    package var rawValue: String

    /// A person by that name.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// A person by that name.
    package init(_ name: String) { self.init(rawValue: name) }

    /// A person by that name.
    package init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The name.
    package var description: String { rawValue }
}

/// A person with an account on the platform.
package struct Person: Sendable, Hashable, Codable {
    /// What scripts call them.
    package var id: PersonID
    /// Name of the profile, as webhooks show it.
    package var name: String
    /// Display name a person may have adopted; only shown, never an address.
    package var username: String?
    /// Phone number in digits, the `wa_id`; nil when the platform keeps the number from the business.
    package var phone: String?
    /// Business-scoped user id such as `BR.19a7`; nil leaves it out of webhooks, as before its introduction.
    package var userID: String?
    /// Page-scoped or Instagram-scoped id; nil: one is minted for each account.
    package var scopedID: String?
    /// Somebody whose messages reached the gateway by another door, so that nobody here knows when the window closes.
    package var isStranger: Bool?

    /// A person; without `userID` and `phone` the platform mints a user id when they join.
    package init(_ id: PersonID, name: String, phone: String? = nil, userID: String? = nil, username: String? = nil) {
        self.id = id
        self.name = name
        self.phone = phone.map { $0.filter(\.isNumber) }
        self.userID = userID
        self.username = username
    }
}
