import Kernel
import Ports
import SQLiteStore
import TestSupport
import Testing

@Suite("Random walks through the stores", .timeLimit(.minutes(5)))
struct WalkTests {
    @Test("memory and SQLite answer every step alike and end alike", arguments: UInt64(1)...40)
    func alike(seed: UInt64) async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let memory = try await StoreScene(MemoryStore(), freeServiceMessages: 3)
        let sqlite = try await StoreScene(SQLiteStore(path: file.path), freeServiceMessages: 3)
        var first = StoreWalk(seed: seed, scene: memory)
        var second = StoreWalk(seed: seed, scene: sqlite)
        for step in 1...150 {
            let (one, other) = (try await first.step(), try await second.step())
            try #require(one == other, "step \(step)")
        }
        let (left, right) = (try await StoreDump.of(memory.store), try await StoreDump.of(sqlite.store))
        #expect(left.differences(from: right).isEmpty)
    }

    @Test("what a kill after any commit leaves is the store as it was answered", arguments: UInt64(41)...44)
    func killed(seed: UInt64) async throws {
        var file = ScratchFile()
        defer { file.remove() }
        let memory = try await StoreScene(MemoryStore(), freeServiceMessages: 3)
        var expected = StoreWalk(seed: seed, scene: memory)
        var store = try SQLiteStore(path: file.path)
        var walk = StoreWalk(seed: seed, scene: try await StoreScene(store, freeServiceMessages: 3))
        for step in 1...40 {
            let answer = try await expected.step()
            try #require(try await walk.step() == answer, "step \(step)")
            let left = file
            file = try file.copy()
            store = try SQLiteStore(path: file.path)
            left.remove()
            walk = walk.going(on: try await StoreScene(store, freeServiceMessages: 3))
        }
        let (left, right) = (try await StoreDump.of(memory.store), try await StoreDump.of(store))
        #expect(left.differences(from: right).isEmpty)
    }
}
