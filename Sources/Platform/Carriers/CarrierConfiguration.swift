/// What the emulated aggregator knows of the shops that use it.
package struct CarrierConfiguration: Sendable, Equatable, CustomStringConvertible {
    /// One account per shop.
    package var accounts: [CarrierAccount]
    /// Every minted id follows from it.
    package var seed: UInt64 = 1

    /// An aggregator for those accounts.
    package init(accounts: [CarrierAccount]) {
        self.accounts = accounts
    }

    /// One account with an invented secret: what scripts and the terminal chat use.
    package static var demo: CarrierConfiguration { CarrierConfiguration(accounts: [CarrierAccount(name: "demo")]) }

    /// Names the accounts, hides the secrets.
    package var description: String {
        "carriers of " + accounts.map(\.name).joined(separator: ", ") + ", secrets [hidden]"
    }
}

/// A shop's account with the aggregator.
package struct CarrierAccount: Sendable, Equatable, CustomStringConvertible {
    /// What control paths call it.
    package var name: String
    /// Key of `X-Hmac-Signature`.
    package var webhookSecret: String
    /// Path of the shop's webhook receiver.
    package var receiverPath: String

    /// An account; what is left out follows from the name.
    package init(name: String, webhookSecret: String? = nil, receiverPath: String? = nil) {
        self.name = name
        self.webhookSecret = webhookSecret ?? "carrier-secret-" + name
        self.receiverPath = receiverPath ?? "/webhooks/carriers/" + name
    }

    /// Its name.
    package var description: String { "carrier account \(name), secret [hidden]" }
}
