import Kernel
import Messaging
import Ports
import SQLiteStore
import Testing

@Suite("A store that cannot keep a webhook")
struct OutageTests {
    private func check(_ answer: WebhookAnswer) {
        #expect(answer.status == 503)
        #expect(answer.headers.first { $0.isNamed("Retry-After") }?.value == "5")
    }

    @Test("a full disk answers 503, and every 200 was kept")
    func full() async throws {
        let file = ScratchFile()
        let first = try SQLiteStore(path: file.path)
        _ = try await TestHouse(store: first)
        await first.shutDown()
        let small = try SQLiteStore(path: file.path, mostPages: 1)
        let house = try await TestHouse(store: small, file: file)
        var kept = 0
        var refused: WebhookAnswer?
        for number in 1...2_000 where refused == nil {
            let answer = await house.post(house.text("hello", from: "55119\(80_000_000 + number)"))
            if answer.status == 200 { kept += 1 } else { refused = answer }
        }
        check(try #require(refused))
        await small.shutDown()
        let whole = try SQLiteStore(path: file.path)
        #expect(try await whole.read { try $0.waitingConversations(limit: 9_999) }.count == kept)
        await whole.shutDown()
    }

    @Test("a store that is shut answers 503")
    func closed() async throws {
        let file = ScratchFile()
        let store = try SQLiteStore(path: file.path)
        let house = try await TestHouse(store: store, file: file)
        await store.shutDown()
        check(await house.post(house.text("hello")))
        check(await house.post(#"{"object":"#))
    }
}
