import Commerce
import Gateway
import Kernel
import Logging
import Platform
import Ports
import SettingsFile
import Setup
import ShopFolder
import Testing

@Suite("Templates' states while the gateway runs")
struct TemplateWatchTests {
    /// A gateway's board and store beside the emulated platform.
    private struct Watched {
        let outside: Outside
        let store = MemoryStore()
        let board: ShopBoard
        let shop: ShopID
        let watch: TemplateWatch

        init(_ change: (inout PlatformConfiguration) -> Void = { _ in }) async throws {
            let loaded = try ShopReader.read(.demo, as: .init(1))
            let book = loaded.shop.templates.map { template in
                PlatformTemplate(
                    name: template.name,
                    language: template.language.underscored,
                    category: .utility,
                    body: template.body
                )
            }
            outside = Outside {
                $0.templates = book
                change(&$0)
            }
            let settings = Outside.settings
            let name = settings.shops[0].id
            shop = try await store.commit { try $0.registerShop(named: name) }
            let facts = ShopFacts(
                shop: try ShopReader.read(.demo, as: shop).shop,
                catalogue: loaded.catalogue,
                stock: StockLevels([:])
            )
            board = ShopBoard(shops: [facts], accounts: [])
            watch = TemplateWatch(
                settings,
                board: board,
                store: store,
                desk: SetupDesk(transport: outside),
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            )
        }

        func approval(_ name: String) -> NewsTemplate.Approval? {
            board.facts(shop)?.shop.templates.first { $0.name == name }?.approval
        }

        func verdict(_ name: String, _ book: TemplateVerdict.Book) async throws -> NewsTemplate.Approval? {
            let shop = shop
            let all = try await store.read { try $0.templateVerdicts(shop) }
            return all.first { $0.name == name && $0.book == book && $0.language == .english }?.approval
        }
    }

    @Test("what was told while nobody listened is found at the next look, in store and board")
    func looks() async throws {
        let watched = try await Watched()
        await watched.watch.look(at: Outside.now)
        #expect(watched.approval("payment_received") == .approved)
        watched.outside.change {
            $0.platform.judge(template: "payment_received", in: "en", as: .paused, at: Outside.now)
        }
        await watched.watch.look(at: Outside.now + TemplateWatch.interval)
        #expect(watched.approval("payment_received") == .paused)
        #expect(try await watched.verdict("payment_received", .business) == .paused)
    }

    @Test("a Page's book is asked for too, and is no word on WhatsApp's")
    func pages() async throws {
        let watched = try await Watched()
        watched.outside.change {
            $0.platform.judge(template: "payment_received", in: "en", as: .disabled, ofPage: true, at: Outside.now)
        }
        await watched.watch.look(at: Outside.now)
        #expect(watched.approval("payment_received") == .approved)
        #expect(try await watched.verdict("payment_received", .page) == .disabled)
        #expect(try await watched.verdict("payment_received", .business) == .approved)
        #expect(watched.outside.calls.filter { $0.hasSuffix("message_templates") }.count == 2)
    }

    @Test("a platform that can't be reached changes nothing")
    func unreachable() async throws {
        let watched = try await Watched()
        await watched.watch.look(at: Outside.now)
        watched.outside.change { $0.isPlatformReachable = false }
        await watched.watch.look(at: Outside.now + TemplateWatch.interval)
        #expect(watched.approval("payment_received") == .approved)
    }
}
