package import Gateway
package import Kernel
import Messaging

/// The gateway's own settings, from `shopkeeper.yaml` and `SHOPKEEPER_…` variables; secrets only by variable or file.
package struct GatewayConfiguration: Sendable, Equatable {
    /// Where the web server listens.
    package var host = "127.0.0.1"
    package var port = 8080
    /// The SQLite file; `memory` keeps nothing.
    package var store = "shopkeeper.sqlite"
    /// How the outside reaches us, for pictures and pages.
    package var publicURL = ""
    package var graphURL = "http://127.0.0.1:8090/v26.0"
    package var billingURL: String? = "http://127.0.0.1:8090/billing"
    /// Where months and rate changes begin at midnight, for shops that say no zone of their own.
    package var billingZone = Zone.utc
    package var evidenceSeconds = 30
    /// The apps of all shops.
    package var apps = [Self.demoApp]
    /// At least one; the demo shop where nothing is said.
    package var shops = [ShopEntry.demo]

    package init() {}

    /// What the emulator signs with: known to everyone, good for trying out only.
    package static let demoApp = AppSettings(
        channel: .whatsapp,
        name: "demo",
        appSecret: Secret("demo-app-secret"),
        verifyToken: Secret("demo-verify-token"),
        accessToken: Secret("demo-access-token"),
        appID: "151777000111222"
    )
}
