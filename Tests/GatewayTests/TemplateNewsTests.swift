import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("What platforms say of templates while the gateway runs")
struct TemplateNewsTests {
    private static let business = "210987654321098"

    private func notice(_ word: String, _ name: String = "payment_received", business: String = business) -> String {
        #"{"object":"whatsapp_business_account","entry":[{"id":"\#(business)","time":1795248000,"changes":[{"field":"message_template_status_update","value":{"event":"\#(word)","message_template_id":17,"message_template_name":"\#(name)","message_template_language":"en","reason":"NONE"}}]}]}"#
    }

    private func approvals(_ house: TestHouse, _ name: String = "payment_received") -> [NewsTemplate.Approval] {
        house.stages.board.facts(ShopID(1))?.shop.templates.filter { $0.name == name && $0.language == .english }.map(
            \.approval
        ) ?? []
    }

    @Test("a paused template is known at once, and after a new start", arguments: HouseStore.allCases)
    func paused(store: HouseStore) async throws {
        let house = try await TestHouse(store, businessAccount: Self.business)
        #expect(approvals(house) == [.approved])
        #expect(await house.post(notice("PAUSED")).status == 200)
        #expect(approvals(house) == [.paused])
        #expect(approvals(house, "payment_lapsed") == [.approved])
        try await house.stages.recover(at: house.now, isStart: true)
        #expect(approvals(house) == [.paused])
        #expect(try await house.store.read { try $0.templateVerdicts(ShopID(1)) }.map(\.approval) == [.paused])
        let facts = try #require(house.stages.board.facts(ShopID(1)))
        house.stages.board.replace(
            ShopFacts(shop: facts.shop, catalogue: facts.catalogue, stock: facts.stock)
        )
        #expect(approvals(house) == [.paused])
    }

    @Test("news of another's business account, or in unknown words, changes nothing", arguments: HouseStore.allCases)
    func strangers(store: HouseStore) async throws {
        let house = try await TestHouse(store, businessAccount: Self.business)
        #expect(await house.post(notice("PAUSED", business: "999")).status == 200)
        #expect(await house.post(notice("SPARKLING")).status == 200)
        #expect(await house.post(notice("PAUSED", "unheard_of")).status == 200)
        #expect(approvals(house) == [.approved])
    }
}
