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
        let ofPlatform = [post.nextDue(ofPlatform: true), platform.nextDue].compactMap(\.self).min()
        let arriving = [ofPlatform.map { max($0, down ?? $0) }, post.nextDue(ofPlatform: false), partners.nextDue]
        let gateway = [stages.turns.nextDue, stages.relay.nextDue(at: clock)]
        let known = (arriving + gateway).compactMap(\.self).min()
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
            try await noteHeader()
            for mark in try await stages.take(lane, at: clock) { _ = answer(mark) }
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
        let address = call.url
        let path = call.url.split(separator: "/", maxSplits: 2).last.map { "/" + $0 }
        let call = PlatformCall(
            method: call.method,
            target: path ?? "/",
            headers: call.headers.map { PlatformHeader($0.name, $0.value) },
            body: call.body
        )
        let isOfProvider = address.hasPrefix(WorldShop.paymentsURL)
        switch isOfProvider ? partners.payments.answer(call, at: clock) : platform.answer(call, at: clock) {
        case .answered(let answer):
            let headers = answer.headers.map { HTTPHeader(name: $0.name, value: $0.value) }
            return .answered(HTTPAnswer(status: answer.status, headers: headers, body: answer.body))
        case .lost: return .lost("the connection broke")
        case .unreachable: return .notSent("nobody listens")
        }
    }

    /// Hands over what has arrived: people's acts and the merchant's first, then what platform and partners report.
    private func deliverWhatIsDue() async throws -> Bool {
        let platformWorks = platform.downUntil(at: clock) == nil
        let items = post.take(at: clock, platformWorks: platformWorks)
        for item in items {
            switch item.content {
            case .webhook(let webhook): if await receive(webhook) != 200 { post.again(item, at: clock) }
            case .partner(let webhook): if await receive(renewed(webhook)) != 200 { post.again(item, at: clock) }
            case .command(let command): try await obey(command)
            }
        }
        let news = try await deliverPartnersNews()
        let reports = platformWorks ? await deliverReports() : false
        return !items.isEmpty || news || reports
    }

    /// What the platform tells by itself.
    private func deliverReports() async -> Bool {
        var webhooks = platform.dueWebhooks(at: clock)
        disturbances?.mix(&webhooks)
        for webhook in webhooks {
            let status = await receive(WorldPost.SignedPost(webhook))
            let isForgotten = webhook.attempt == 1 && disturbances?.repeatsStatus() == true
            platform.webhookAnswered(webhook.id, status: isForgotten ? 0 : status, at: clock)
        }
        return !webhooks.isEmpty
    }

    /// What providers and carriers tell by themselves: a page that expired, a refund that ended.
    private func deliverPartnersNews() async throws -> Bool {
        var webhooks = partners.dueWebhooks(at: clock)
        disturbances?.mix(&webhooks)
        for webhook in webhooks {
            let status = await receive(renewed(WorldPost.SignedPost(webhook)))
            let isForgotten = webhook.attempt == 1 && disturbances?.repeatsStatus() == true
            partners.webhookAnswered(webhook.id, status: isForgotten ? 0 : status, at: clock)
        }
        return !webhooks.isEmpty
    }

    /// A provider signs anew each time it delivers, since its signature holds for minutes only.
    private func renewed(_ webhook: WorldPost.SignedPost) -> WorldPost.SignedPost {
        guard let shop = shops.first(where: { $0.provider.receiverPath == webhook.path }) else { return webhook }
        let signature = EmulatedPayments.signature(of: webhook.body, shop.provider.webhookSecret, at: clock)
        var webhook = webhook
        webhook.headers = webhook.headers.map { header in
            header.name.lowercased() == "stripe-signature" ? HTTPHeader(name: header.name, value: signature) : header
        }
        return webhook
    }

    private func receive(_ webhook: WorldPost.SignedPost) async -> Int {
        let call = WebhookCall(
            method: "POST",
            path: webhook.path,
            headers: webhook.headers,
            body: webhook.body,
            receivedAt: clock
        )
        return await stages.receive(call, at: clock).status
    }
}
