import Gateway
import Kernel
import Messaging

/// The gateway's own settings, from `shopkeeper.yaml` and `SHOPKEEPER_…` variables; secrets only by variable or file.
struct GatewayConfiguration: Sendable, Equatable {
    /// Where the web server listens.
    var host = "127.0.0.1"
    var port = 8080
    /// The SQLite file; `memory` keeps nothing.
    var store = "shopkeeper.sqlite"
    /// How the outside reaches us, for pictures.
    var publicURL = ""
    var graphURL = "http://127.0.0.1:8090/v26.0"
    var billingURL: String? = "http://127.0.0.1:8090/billing"
    /// Where months and rate changes begin at midnight.
    var billingZone = Zone.utc
    var evidenceSeconds = 30
    /// The shop's folder; nil serves the demo shop.
    var shopFolder: String?
    var whatsAppCatalogue: String?
    var apps = [Self.demoApp]
    var accounts = [Account(kind: .whatsapp, externalID: "330044005500661", label: "+49 30 23125142", app: "demo")]

    /// A connected number as settings name it.
    struct Account: Sendable, Equatable {
        var kind: ChannelKind
        var externalID: String
        var label: String
        var app: String
    }

    /// What the emulator signs with: known to everyone, good for trying out only.
    static let demoApp = AppSettings(
        channel: .whatsapp,
        name: "demo",
        appSecret: Secret("demo-app-secret"),
        verifyToken: Secret("demo-verify-token"),
        accessToken: Secret("demo-access-token")
    )
}
