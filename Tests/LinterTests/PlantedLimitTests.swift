import Kernel
import Linter
import Messaging
import Testing

@Suite("planted violations of the platforms' limits")
struct PlantedLimitTests {
    /// A body beyond one limit, and the code with which the platform turns it down.
    struct Planted: Sendable, CustomTestStringConvertible {
        let what: String
        let channel: ChannelKind
        let message: String
        let code: Int

        var testDescription: String { "\(channel.rawValue): \(what)" }

        /// With an address around it.
        var body: [UInt8] {
            switch channel {
            case .whatsapp: Array(#"{"messaging_product":"whatsapp","to":"+5511987654321",\#(message)}"#.utf8)
            case .messenger:
                Array(#"{"recipient":{"id":"7007007007"},"messaging_type":"RESPONSE","message":\#(message)}"#.utf8)
            case .instagram: Array(#"{"recipient":{"id":"7007007007"},"message":\#(message)}"#.utf8)
            }
        }
    }

    @Test("each is refused by the platform, and the same at its limit is not", arguments: PlantedBodies.all)
    func refusesBeyond(_ pair: PlantedBodies.Pair) {
        let judge = BubbleJudge()
        guard case .refused(let refusal) = judge.verdict(on: [pair.beyond.body], pair.beyond.channel) else {
            Issue.record("\(pair.beyond.testDescription) is taken")
            return
        }
        #expect(refusal.code == pair.beyond.code, "\(refusal.words)")
        let verdict = judge.verdict(on: [pair.within.body], pair.within.channel)
        if case .refused(let refusal) = verdict { Issue.record("at the limit: \(refusal)") }
    }

    @Test("a title that Instagram shortens on the phone is read as it is shown")
    func readsShortened() {
        let planted = PlantedBodies.longTitle
        guard case .shown(let reading) = BubbleJudge().verdict(on: [planted.body], .instagram) else {
            Issue.record("it is refused")
            return
        }
        #expect(reading.taps.values.map(\.utf16.count) == [20])
    }
}
