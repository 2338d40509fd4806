import Kernel
import Outbox
import Testing

@Suite("The relay's patience")
struct PatienceTests {
    @Test("a token that is dead for a whole day sets no message aside")
    func deadToken() {
        let start = Timestamp(seconds: 1_795_248_000)
        var entry = OutboxEntry(kind: .message, shop: 1, key: "m:1:1:0", state: .sending, dueAt: start, body: [1])
        while entry.dueAt < start + .hours(24) {
            // As the claim counts it.
            entry.attempts += 1
            var machine = OutboxMachine(entry)
            let after = machine.notSent(wait: .minutes(5), at: entry.dueAt, jitter: 0.99)
            #expect(after == .retry(at: machine.entry.dueAt))
            guard machine.entry.state == .ready else { return }
            entry = machine.entry
        }
        #expect(entry.attempts > 200)
    }
}
