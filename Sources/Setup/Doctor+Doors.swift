import Channels
import Gateway
import Kernel
import Messaging
import Partners
import Ports
import SettingsFile

/// The doors on both sides: our webhooks as the platforms reach them, and where bills and payments go.
extension Doctor {
    /// Calls ourselves as the platform would: the handshake, then an empty delivery with its signature.
    func webhookLine(of app: AppSettings) async -> CheckLine {
        let path = "/webhooks/\(app.channel.rawValue)/\(app.name)"
        guard !settings.publicURL.isEmpty else {
            let cure = "Set publicURL to the address under which the platform reaches this machine."
            return .bad(.webhook, path, "nobody knows our public address", cure: cure)
        }
        let url = settings.publicURL + path
        if let line = await handshakeFault(url, app) { return line }
        if let line = await deliveryFault(url, app) { return line }
        guard settings.publicURL.hasPrefix("https://") || settings.graphURL.isLoopback else {
            let cure = "Put something that speaks TLS before the gateway, and its address into publicURL."
            return .bad(.webhook, url, "it answers, but the platforms call https:// only", cure: cure)
        }
        return .good(.webhook, url, "it knows the verify token and believes our signature")
    }

    private func handshakeFault(_ url: String, _ app: AppSettings) async -> CheckLine? {
        let challenge = String(now().milliseconds)
        let pairs = [
            SetupCall.Pair("hub.mode", "subscribe"), SetupCall.Pair("hub.challenge", challenge),
            SetupCall.Pair("hub.verify_token", app.verifyToken.revealed),
        ]
        let call = HTTPCall(method: "GET", url: SetupCall.address(url, pairs), timeout: .seconds(15))
        switch await desk.transport.send(call) {
        case .answered(let answer) where answer.status == 200 && answer.body == Array(challenge.utf8): return nil
        case .answered(let answer):
            let words = "the handshake was answered with HTTP \(answer.status)"
            let cure =
                answer.status == 403
                ? "The running gateway has another verify token: start it again with these settings."
                : "Something else answers there. Check publicURL, and what stands before the gateway."
            return .bad(.webhook, url, words, cure: cure)
        case .notSent(let words), .lost(let words):
            return .bad(
                .webhook,
                url,
                "it can't be reached: \(words)",
                cure: "Start 'shopkeeper serve', and check publicURL and what stands before the gateway."
            )
        }
    }

    private func deliveryFault(_ url: String, _ app: AppSettings) async -> CheckLine? {
        let body = Array(#"{"object":"\#(SubscribedFields.object(of: app.channel))","entry":[]}"#.utf8)
        let signature = "sha256=" + HMACSHA256.hex(key: app.appSecret.revealed, body: body)
        let call = HTTPCall(
            method: "POST",
            url: url,
            headers: [
                HTTPHeader(name: "Content-Type", value: "application/json"),
                HTTPHeader(name: "X-Hub-Signature-256", value: signature),
            ],
            body: body,
            timeout: .seconds(15)
        )
        switch await desk.transport.send(call) {
        case .answered(let answer) where answer.status == 200: return nil
        case .answered(let answer) where answer.status == 401 || answer.status == 403:
            let cure = "The running gateway has another app secret: start it again with these settings."
            return .bad(.webhook, url, "our signature was not believed (HTTP \(answer.status))", cure: cure)
        case .answered(let answer):
            let cure = "Look into the gateway's log; 503 means that its store can't be written."
            return .bad(.webhook, url, "a delivery was answered with HTTP \(answer.status)", cure: cure)
        case .notSent(let words), .lost(let words):
            return .bad(.webhook, url, "a delivery got no answer: \(words)", cure: "Look into the gateway's log.")
        }
    }

    /// A bare look: a receiver of bills says 405 or 400 to it, and counts nothing.
    func billingLine() async -> CheckLine {
        guard let url = settings.billingURL else {
            let cure = "Set billingURL once there is somebody to count them."
            return .caution(.billing, "billingURL", "none is set, so bills stay in the store", cure: cure)
        }
        let cure = "Check billingURL, and whether that service runs. Bills wait meanwhile."
        switch await desk.transport.send(HTTPCall(method: "GET", url: url, timeout: .seconds(15))) {
        case .answered(let answer) where answer.status == 404 || answer.status == 410:
            return .caution(.billing, url, "there is nothing at this address (HTTP \(answer.status))", cure: cure)
        case .answered(let answer) where [401, 403].contains(answer.status) || answer.status >= 500:
            return .bad(.billing, url, "it takes nothing (HTTP \(answer.status))", cure: cure)
        case .answered: return .good(.billing, url, "it answers")
        case .notSent(let words), .lost(let words):
            return .bad(.billing, url, "it can't be reached: \(words)", cure: cure)
        }
    }

    func paymentLine(_ partner: ShopEntry.Partner, of shop: ShopEntry) async -> CheckLine {
        let subject = "stripe \(partner.name)"
        let settings = Stripe.Settings(baseURL: partner.baseURL, successURL: "", cancelURL: "")
        let look = Stripe.lookAtKey(secretKey: partner.secretKey.revealed, settings: settings)
        let call = HTTPCall(
            method: look.method,
            url: look.url,
            headers: look.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
            timeout: .seconds(15)
        )
        let variable = VariableName.of(["stripe", partner.name, "SECRET_KEY"])
        switch await desk.transport.send(call) {
        case .answered(let answer) where answer.status == 200:
            return .good(.payments, subject, "its key opens the account")
        case .answered(let answer) where answer.status == 401 || answer.status == 403:
            let cure = "Copy a secret key from the provider's dashboard into \(variable)."
            return .bad(.payments, subject, "its key is not accepted (HTTP \(answer.status))", cure: cure)
        case .answered(let answer):
            let cure = "Try again in some minutes; check baseURL if it stays so."
            return .caution(.payments, subject, "the provider answered with HTTP \(answer.status)", cure: cure)
        case .notSent(let words), .lost(let words):
            let cure = "Check baseURL and the way into the internet; nobody can pay by link meanwhile."
            return .bad(.payments, subject, "the provider can't be reached: \(words)", cure: cure)
        }
    }
}
