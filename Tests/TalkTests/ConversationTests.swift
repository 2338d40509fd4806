import Foundation
import Talk
import Testing

@Suite("The conversations of the repository")
struct ConversationTests {
    static let names = ConversationFolder.names

    @Test("there are conversations, and each has a title")
    func areThere() throws {
        #expect(Self.names.count >= 6)
        for name in Self.names { #expect(try ConversationFolder.script(name).header.title != nil, "\(name)") }
    }

    @Test("each passes on both stores", arguments: names, StageKind.allCases)
    func passes(name: String, kind: StageKind) async throws {
        let cases = await Stagehand.programme([kind]).play(try ConversationFolder.script(name))
        #expect(cases.compactMap(\.failure) == [])
        #expect(!cases.isEmpty)
    }

    @Test("each bears repeats, crashes and small delays", arguments: names, StageKind.allCases)
    func bearsDisturbances(name: String, kind: StageKind) async throws {
        let cases = await Stagehand.programme([kind], disturbances: 5).play(try ConversationFolder.script(name))
        #expect(cases.compactMap(\.failure) == [])
        #expect(cases.count.isMultiple(of: 6) && !cases.isEmpty)
    }

    @Test("a play is the same each time", arguments: names)
    func isDeterministic(name: String) async throws {
        let script = try ConversationFolder.script(name)
        let outcomes = [
            await Stagehand.programme([.memory]).accept(script), await Stagehand.programme([.memory]).accept(script),
        ]
        #expect(outcomes[0] == outcomes[1])
        #expect(outcomes[0].rewritten == nil)
    }
}

/// The folder of conversations at the top of the repository.
enum ConversationFolder {
    static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Conversations")

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return all.filter { $0.hasSuffix(".talk") }.sorted()
    }()

    static func script(_ name: String) throws -> TalkScript {
        try TalkScript(
            file: "Conversations/\(name)",
            text: String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
        )
    }
}
