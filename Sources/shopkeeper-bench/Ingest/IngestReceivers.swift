import Gateway
import Kernel
import Ports

/// The gateway's first stage alone: what it stored waits, nobody thinks about it.
struct IntakeReceiver: WebhookReceiver {
    let intake: Intake

    func receive(_ call: WebhookCall) async -> WebhookAnswer { await intake.receive(call).answer }
}

/// Our web server with no more behind it than the bare route has.
struct SigningReceiver: WebhookReceiver {
    private let key = HMACSHA256.Key(Bodies.secret)

    func receive(_ call: WebhookCall) async -> WebhookAnswer {
        let isSigned = key.hex(of: call.body).utf8.count == 64
        return WebhookAnswer(status: isSigned ? 200 : 401)
    }
}
