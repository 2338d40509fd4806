import Gateway
import Household
import Kernel
import Platform
import PlatformEmulator
import Ports

/// Knows when nothing is under way between the phones and the gateway.
struct QuietWatch: Sendable {
    private let platform: LivePlatform
    private let partners: LivePartners
    private let house: House
    private let clock: AdjustableClock

    init(_ world: ChatWorld, house: House) {
        platform = world.platform
        partners = world.partners
        clock = world.clock
        self.house = house
    }

    /// What is due sooner than this is waited for.
    private static let soon = Span.seconds(1)
    /// What is due sooner than this, such as the next message that a gate lets through, is fetched by moving the clock on.
    private static let fetched = Span.seconds(10)
    private static let look = Duration.milliseconds(40)
    /// So many looks in a row must find nothing: calls under way are in nobody's calendar.
    private static let looks = 5
    private static let longest = Duration.seconds(45)

    /// Returns when nothing was due for a moment, or when waiting is no use any more.
    func untilQuiet() async {
        let end = ContinuousClock.now + Self.longest
        while ContinuousClock.now < end, !Task.isCancelled {
            await untilStill(before: end)
            let now = clock.now
            guard let next = nextStep(at: now), next.since(now) < Self.fetched else { return }
            await move(to: next)
        }
    }

    /// Moves the clock on and lets everyone look at it.
    func move(to moment: Timestamp) async {
        clock.move(to: moment)
        platform.wake()
        partners.wake()
        // The gateway looks at its clock four times a second.
        try? await Task.sleep(for: .milliseconds(350))
    }

    private func untilStill(before end: ContinuousClock.Instant) async {
        var still = 0
        while still < Self.looks, ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: Self.look)
            still = await isBusy() ? 0 : still + 1
        }
    }

    /// When something happens next by itself: a webhook, a send, a timer.
    func nextDue() async -> Timestamp? {
        let now = clock.now
        let stored = try? await house.store.read { try $0.nextDue() }
        return [stored ?? nil, nextStep(at: now)].compactMap(\.self).filter { $0 > now }.min()
    }

    private func isBusy() async -> Bool {
        if platform.look({ $0.unansweredWebhooks }) + partners.look({ $0.unansweredWebhooks }) > 0 { return true }
        let now = clock.now
        if let next = nextStep(at: now), next.since(now) < Self.soon { return true }
        let waiting = try? await house.store.read { try $0.waitingConversations(limit: 1) }
        return waiting?.isEmpty == false
    }

    /// When platform, partners, turns or relay go on by themselves.
    private func nextStep(at now: Timestamp) -> Timestamp? {
        let outside = [platform.look { $0.nextDue }, partners.look { $0.nextDue }]
        let inside = [house.stages.turns.nextDue, house.stages.relay.nextDue(at: now)]
        return (outside + inside).compactMap(\.self).min()
    }
}
