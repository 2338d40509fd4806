import Foundation
import Kernel
import Platform
import Terminal
import Testing

@Suite("What a chat has cost")
struct ChatBillTests {
    private func fact(_ data: String, isRepeat: Bool = false) throws -> BilledFact {
        let words = String(decoding: try JSONEncoder().encode(data), as: UTF8.self)
        let json = #"{"source":"s","id":"i","type":"t","data":\#(words),"at":0,"isRepeat":\#(isRepeat)}"#
        return try JSONDecoder().decode(BilledFact.self, from: Data(json.utf8))
    }

    @Test("is the sum of the records of that chat, each counted once")
    func sum() throws {
        let paid = #"{"conversation":7,"category":"service","market":"BR","microUnits":6800,"currency":"USD"}"#
        let free =
            #"{"conversation":7,"category":"service","market":"BR","note":"free-quota","microUnits":0,"currency":"USD"}"#
        let other = #"{"conversation":8,"category":"service","market":"BR","microUnits":500,"currency":"USD"}"#
        let facts = try [fact(paid), fact(free), fact(paid), fact(paid, isRepeat: true), fact(other)]
        let bill = ChatBill(of: 7, from: facts)
        #expect(bill.records == 3)
        #expect(bill.total == "0.013600 USD")
        #expect(
            bill.lines == [
                SheetLine("2 × service, BR", "0.013600 USD"), SheetLine("1 × service, BR, free-quota", "0.000000 USD"),
            ]
        )
    }

    @Test("is nothing before the first record, and never a guess")
    func unknown() throws {
        #expect(ChatBill(of: 7, from: []).total == "nothing")
        #expect(ChatBill(of: 7, from: [try fact("no JSON")]).records == 0)
        let bill = ChatBill(of: 7, from: [try fact(#"{"conversation":7,"category":"service","market":"XX"}"#)])
        #expect(bill.total == "price unknown")
        #expect(bill.lines == [SheetLine("1 × service, XX", "price unknown")])
    }
}
