package import Commerce
package import SettingsFile
package import ShopFolder
import Synchronization

/// A shop of the settings with its files as last read.
package struct KeptShop: Sendable {
    package let entry: ShopEntry
    package var loaded: LoadedShop

    package init(entry: ShopEntry, loaded: LoadedShop) {
        self.entry = entry
        self.loaded = loaded
    }
}

/// All shops of a gateway as their files were last read without fault.
package final class LiveShops: Sendable {
    private let contents: Mutex<[KeptShop]>
    private let firstAtStart: LoadedShop

    /// In the order of the settings.
    package init(_ first: KeptShop, _ others: [KeptShop] = []) {
        contents = Mutex([first] + others)
        firstAtStart = first.loaded
    }

    package var all: [KeptShop] { contents.withLock { $0 } }

    /// The first of the settings.
    package var first: LoadedShop { all.first?.loaded ?? firstAtStart }

    package func loaded(_ shop: ShopID) -> LoadedShop? {
        contents.withLock { shops in shops.first { $0.loaded.shop.id == shop }?.loaded }
    }

    package func replace(_ loaded: LoadedShop) {
        contents.withLock { shops in
            guard let index = shops.firstIndex(where: { $0.loaded.shop.id == loaded.shop.id }) else { return }
            shops[index].loaded = loaded
        }
    }
}
