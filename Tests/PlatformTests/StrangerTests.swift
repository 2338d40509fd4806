import Kernel
import Platform
import Testing

@Suite("Strangers")
struct StrangerTests {
    private static let body = Array(
        #"{"messaging_product":"whatsapp","to":"+5511987654321","type":"text","text":{"body":"hello"}}"#.utf8
    )

    private func answer(meeting: Bool) -> (PlatformOutcome, EmulatedPlatform) {
        var configuration = PlatformConfiguration.demo
        configuration.meetsStrangers = meeting
        var platform = EmulatedPlatform(configuration)
        let call = PlatformCall(
            method: "POST",
            target: "/v26.0/330044005500661/messages",
            headers: [
                PlatformHeader("content-type", "application/json"),
                PlatformHeader("authorization", "Bearer demo-access-token"),
            ],
            body: Self.body
        )
        return (platform.answer(call, at: Timestamp(seconds: 1_795_248_000)), platform)
    }

    @Test("an address nobody has is refused by the platform as it is")
    func refused() {
        #expect(answer(meeting: false).0.answer?.status == 400)
    }

    @Test("a stranger who wrote by another door may be answered, and keeps the message")
    func met() {
        let (outcome, platform) = answer(meeting: true)
        #expect(outcome.answer?.status == 200)
        #expect(platform.phone(of: "5511987654321").map(\.content.text) == ["hello"])
    }
}
