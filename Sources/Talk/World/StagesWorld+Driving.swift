package import Kernel
import Gateway
import Platform
import Ports

/// The clock, and the one loop that does what is due.
extension StagesWorld {
    /// How often a running gateway looks through its store for what its memory does not know.
    private static var slowTick: Span { .seconds(5) }
    /// How long chance spares the calls after one in hand was lost: until it has been proved, or sent once more.
    private static var calm: Span { .seconds(12) }
    /// Far more rounds than one moment can need.
    private static var mostRounds: Int { 10_000 }

    package func now() async -> Timestamp { clock }

    package func nextDue() async throws -> Timestamp? {
        let down = platform.downUntil(at: clock)
        let arriving = [post.nextDue, platform.nextDue].compactMap(\.self).min().map { max($0, down ?? $0) }
        let known = [arriving, stages.turns.nextDue, stages.relay.nextDue(at: clock)].compactMap(\.self).min()
        let due = [known, try await storedDue()].compactMap(\.self).min()
        guard isAtRest, let due, due <= clock else { return due }
        return clock + .milliseconds(1)
    }

    /// When the store has something due; what stands there since before now waits for a gate that the relay knows.
    private func storedDue() async throws -> Timestamp? {
        guard let due = try await store.read({ try $0.nextDue() }) else { return nil }
        return due > clock || !isAtRest ? due : clock + Self.slowTick * 3
    }

    package func advance(to moment: Timestamp) async throws {
        clock = max(clock, moment)
        faults.refresh(&platform, drill, at: clock)
        spareCalls()
        if clock.since(lastLook) >= Self.slowTick {
            lastLook = clock
            try await stages.recover(at: clock, isStart: false)
        }
        for _ in 0..<Self.mostRounds where try await !round() {
            isAtRest = true
            return
        }
        throw WorldTrouble("at \(clock.iso8601) the same things are done over and over")
    }

    /// Does once whatever is due; false when there was nothing.
    private func round() async throws -> Bool {
        defer { faults.refresh(&platform, drill, at: clock) }
        do {
            return try await step()
        } catch let crash as CrashDrill.Crash {
            if crash.point.isOfCall { calmUntil = clock + Self.calm }
            spareCalls()
            makeStages()
            try await stages.recover(at: clock, isStart: true)
            return true
        }
    }

    /// A message is sent twice at most, so chance strikes no call while a fault of the script or of its own is about.
    private func spareCalls() { drill.spareCalls(clock < calmUntil || !faults.waiting.isEmpty) }

    private func step() async throws -> Bool {
        var isBusy = try await deliverWhatIsDue()
        if let due = try await store.read({ try $0.nextDue() }), due <= clock {
            try await stages.fireTimers(at: clock)
        }
        for lane in stages.turns.next(at: clock) {
            isBusy = true
            if let mark = try await stages.take(lane, at: clock) { _ = answer(mark) }
        }
        for sending in try await stages.dispatch(at: clock).sendings {
            isBusy = true
            let outcome = answer(sending.call)
            try drill.pass(.afterSend)
            try stages.relay.finished(sending, outcome, at: clock)
        }
        return isBusy
    }

    private func answer(_ call: HTTPCall) -> HTTPOutcome {
        let path = call.url.split(separator: "/", maxSplits: 2).last.map { "/" + $0 }
        let call = PlatformCall(
            method: call.method,
            target: path ?? "/",
            headers: call.headers.map { PlatformHeader($0.name, $0.value) },
            body: call.body
        )
        switch platform.answer(call, at: clock) {
        case .answered(let answer):
            let headers = answer.headers.map { HTTPHeader(name: $0.name, value: $0.value) }
            return .answered(HTTPAnswer(status: answer.status, headers: headers, body: answer.body))
        case .lost: return .lost("the connection broke")
        case .unreachable: return .notSent("nobody listens")
        }
    }

    /// Hands over what has arrived, people's acts first, then what the platform reports.
    private func deliverWhatIsDue() async throws -> Bool {
        guard platform.downUntil(at: clock) == nil else { return false }
        let items = post.take(at: clock)
        for item in items {
            switch item.content {
            case .webhook(let body):
                if await receive(body) != 200 { post.again(item, at: clock) }
            case .command(let command): try await obey(command)
            }
        }
        var webhooks = platform.dueWebhooks(at: clock)
        disturbances?.mix(&webhooks)
        for webhook in webhooks {
            let status = await receive(webhook.body)
            let isForgotten = webhook.attempt == 1 && disturbances?.repeatsStatus() == true
            platform.webhookAnswered(webhook.id, status: isForgotten ? 0 : status, at: clock)
        }
        return !items.isEmpty || !webhooks.isEmpty
    }

    private func receive(_ body: [UInt8]) async -> Int {
        let headers = [
            HTTPHeader(name: "content-type", value: "application/json"),
            HTTPHeader(name: "x-hub-signature-256", value: platform.signature(of: body)),
        ]
        let call = WebhookCall(
            method: "POST",
            path: platform.configuration.receiverPath,
            headers: headers,
            body: body,
            receivedAt: clock
        )
        return await stages.receive(call, at: clock).status
    }
}
