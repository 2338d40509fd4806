import Commerce
import Dialogue
import ShopFolder

extension Chat {
    /// A chat with the shop that ships with the program.
    static func demo() throws -> Chat {
        let loaded = try QuestionTests.loaded.get()
        var chat = Chat()
        (chat.shop, chat.catalogue) = (loaded.shop, loaded.catalogue)
        chat.knowledge = ShopKnowledge(shop: loaded.shop, catalogue: loaded.catalogue)
        chat.stock = StockLevels(loaded.listed.mapValues { StockLevel(onHand: $0) })
        return chat
    }
}
