import Gateway
import Kernel
import Platform
import PlatformEmulator
import Ports

/// Knows when nothing is under way between the phones and the gateway.
struct QuietWatch: Sendable {
    let platform: LivePlatform
    let house: House
    let clock: AdjustableClock

    /// What is due sooner than this is worth waiting for.
    private static let soon = Span.seconds(3)
    private static let look = Duration.milliseconds(40)
    /// So many looks in a row must find nothing: calls under way are in nobody's calendar.
    private static let looks = 5
    private static let longest = Duration.seconds(45)

    /// Returns when nothing was due for a moment, or when waiting is no use any more.
    func untilQuiet() async {
        let end = ContinuousClock.now + Self.longest
        var quiet = 0
        while quiet < Self.looks, ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: Self.look)
            quiet = await isBusy() ? 0 : quiet + 1
        }
    }

    /// When something happens next by itself: a webhook, a send, a timer.
    func nextDue() async -> Timestamp? {
        let now = clock.now
        let stored = try? await house.store.read { try $0.nextDue() }
        return [platform.look { $0.nextDue }, stored ?? nil, nextStep(at: now)].compactMap(\.self).filter { $0 > now }
            .min()
    }

    private func isBusy() async -> Bool {
        let now = clock.now
        let isDelivering = platform.look { platform in
            platform.unansweredWebhooks > 0 || platform.nextDue.map { $0.since(now) < Self.soon } == true
        }
        if isDelivering { return true }
        if let next = nextStep(at: now), next.since(now) < Self.soon { return true }
        let waiting = try? await house.store.read { try $0.waitingConversations(limit: 1) }
        return waiting?.isEmpty == false
    }

    private func nextStep(at now: Timestamp) -> Timestamp? {
        [house.stages.turns.nextDue, house.stages.relay.nextDue(at: now)].compactMap(\.self).min()
    }
}
