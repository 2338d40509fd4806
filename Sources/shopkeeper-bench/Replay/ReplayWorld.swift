import ArgumentParser
import Gateway
import Kernel
import Messaging
import Outbox
import Platform
import Ports
import ShopFolder

/// A gateway on a memory store with the emulated platform, both in virtual time and in this process.
final class ReplayWorld {
    private var platform = EmulatedPlatform(ReplayWorld.configuration)
    private let stages: Stages
    private let people: [PersonID]
    private var random: SeededGenerator
    private var now = Timestamp(milliseconds: 1_795_248_000_000)
    private(set) var turns = 0
    /// What went over the imagined wires, to see that turns are whole.
    private(set) var traffic = Traffic()

    struct Traffic {
        var webhooks = 0
        var messages = 0
        var bills = 0
    }

    private static let host = "http://platform.invalid"

    private static var configuration: PlatformConfiguration {
        var configuration = PlatformConfiguration.demo
        configuration.reports = .automatic(readAfter: nil)
        configuration.pace.perSecond = 100_000
        return configuration
    }

    init(seed: UInt64, shop: LoadedShop, shoppers: Int = 8) async throws {
        let configuration = Self.configuration
        random = SeededGenerator(seed: seed)
        people = (0..<shoppers).map { PersonID("shopper\($0)") }
        stages = try await BenchHouse(
            over: MemoryStore(),
            shop: shop,
            accounts: configuration.accounts.map(\.phoneNumberID),
            app: AppSettings(
                channel: .whatsapp,
                name: "demo",
                appSecret: Secret(configuration.appSecret),
                verifyToken: Secret(configuration.verifyToken),
                accessToken: Secret(configuration.accessToken)
            ),
            addresses: .init(graph: Self.host + "/v26.0", billing: Self.host + "/billing"),
            entropy: FixedEntropy(seed: seed)
        ).stages
        for (number, person) in people.enumerated() {
            platform.join(Person(person, name: "Shopper \(number)", phone: Bodies.phone(number)), at: now)
        }
    }

    /// One act, its reply, both statuses, the bill.
    func turn(of walk: Walk) async throws {
        let person = people[turns % people.count]
        // A second from turn to turn keeps every shopper below the rate of a pair.
        now = now + .seconds(1)
        let act = act(of: person, walk)
        if turns.isMultiple(of: 100) { platform.forgetLedger() }
        try platform.person(person, does: act, at: now)
        try await deliverWebhooks()
        for lane in stages.turns.next(at: now) { _ = try await stages.take(lane, at: now) }
        while try await relay() {}
        try await deliverWebhooks()
        now = now + .milliseconds(60)
        while try await relay() {}
        turns += 1
    }

    /// What the shopper does next: always the same word, or mostly a tap on something that was just offered.
    private func act(of person: PersonID, _ walk: Walk) -> PersonAct {
        guard walk == .wander, let last = platform.newestMessage(to: person), !last.choices.isEmpty,
            let choice = last.choices.randomElement(using: &random)
        else { return .text("menu") }
        return .tap(.choice(choice.id, of: last.id))
    }

    private func deliverWebhooks() async throws {
        for webhook in platform.dueWebhooks(at: now) {
            let call = WebhookCall(
                method: "POST",
                path: webhook.path,
                headers: webhook.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
                body: webhook.body,
                receivedAt: now
            )
            let answer = await stages.receive(call, at: now)
            platform.webhookAnswered(webhook.id, status: answer.status, at: now)
            traffic.webhooks += 1
        }
    }

    private func relay() async throws -> Bool {
        let sendings = try await stages.dispatch(at: now).sendings
        for sending in sendings {
            try stages.relay.finished(sending, answer(sending), at: now)
        }
        return !sendings.isEmpty
    }

    private func answer(_ sending: Relay.Sending) -> HTTPOutcome {
        if sending.entries.first?.kind == .billing {
            traffic.bills += sending.entries.count
        } else {
            traffic.messages += 1
        }
        let call = PlatformCall(
            method: sending.call.method,
            target: String(sending.call.url.dropFirst(Self.host.count)),
            headers: sending.call.headers.map { PlatformHeader($0.name, $0.value) },
            body: sending.call.body
        )
        switch platform.answer(call, at: now) {
        case .answered(let answer):
            return .answered(HTTPAnswer(status: answer.status, body: answer.body))
        case .lost: return .lost("lost")
        case .unreachable: return .notSent("unreachable")
        }
    }
}

/// What shoppers of a replay do.
enum Walk: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// The word "menu", again and again.
    case menu
    /// Whatever the last answer offers, at random: products, variants, carts, orders.
    case wander
}
