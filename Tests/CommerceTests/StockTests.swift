import Commerce
import Kernel
import Testing

@Suite("Stock levels")
struct StockTests {
    @Test(
        "promise what is there and not yet promised, never less than nothing",
        arguments: [(7, 0, 7), (7, 3, 4), (7, 7, 0), (2, 5, 0), (0, 0, 0)]
    )
    func available(onHand: Int, held: Int, expected: Int) {
        #expect(StockLevel(onHand: onHand, held: held).available == expected)
    }

    @Test("know nothing of unknown SKUs")
    func unknown() {
        let levels = StockLevels(["A": StockLevel(onHand: 3)])
        #expect(levels["B"] == nil)
        #expect(levels.available("B") == 0)
        #expect(levels.available("A") == 3)
    }

    @Test("learn newer news and leave older and equal ones")
    func learning() {
        var levels = StockLevels(["A": StockLevel(onHand: 5, version: 3)])
        levels.learn(["A": StockLevel(onHand: 9, version: 2)])
        #expect(levels.available("A") == 5)
        levels.learn(["A": StockLevel(onHand: 8, version: 3)])
        #expect(levels.available("A") == 5)
        levels.learn(["A": StockLevel(onHand: 4, version: 4), "B": StockLevel(onHand: 1)])
        #expect(levels.available("A") == 4)
        #expect(levels.available("B") == 1)
    }

    @Test("leave a snapshot as it was when the original learns")
    func snapshots() {
        var levels = StockLevels(["A": StockLevel(onHand: 5, version: 1)])
        let snapshot = levels
        levels.learn(["A": StockLevel(onHand: 0, version: 2)])
        #expect(snapshot.available("A") == 5)
        #expect(levels.available("A") == 0)
    }

    @Test("end the same in whatever order news arrive", arguments: UInt64(1)...50)
    func orderDoesNotMatter(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let news = (1...30).map { version in
            ["S\(version % 4)": StockLevel(onHand: Int.random(in: 0...9, using: &random), version: Int64(version))]
        }
        func learned(_ news: [[String: StockLevel]]) -> StockLevels {
            var levels = StockLevels()
            for item in news {
                levels.learn(Dictionary(uniqueKeysWithValues: item.map { (SKU($0), $1) }))
            }
            return levels
        }
        #expect(learned(news.shuffled(using: &random)) == learned(news))
    }
}
