import Kernel
import Platform
import Terminal
import Testing

@Suite("A line that plays the payment page, the carrier or the shop")
struct TradeLineTests {
    private func read(_ line: String) -> ChatReading {
        LineReader(phone: [], fresh: 0, shelf: ShelfPrices(currency: "BRL", prices: [:])).read(line)
    }

    @Test(
        "asks for what its words say",
        arguments: [
            ("/pay", ChatRequest.pay(.pay)), ("/pay fail", .pay(.fail())), ("/pay Later", .pay(.later)),
            ("/pay slip", .pay(.payDelayed)), ("/pay unsaid", .pay(.payUnsaid)), ("/pay late", .pay(.payLate)),
            ("/ship", .ship(tracking: nil)), ("/ship AA123456785BR", .ship(tracking: "AA123456785BR")),
            ("/parcel delivered", .parcel("delivered", place: nil)),
            ("/parcel in_transit São Paulo", .parcel("in_transit", place: "São Paulo")),
            ("/shop accept", .shop(.accept)), ("/shop deliver", .shop(.deliver)), ("/shop take", .shop(.take)),
            ("/shop release", .shop(.release)), ("/shop cancel", .shop(.cancel(reason: nil))),
            ("/shop cancel no cloth left", .shop(.cancel(reason: "no cloth left"))),
            ("/shop refund", .shop(.refund(amount: nil))), ("/shop refund 10.00", .shop(.refund(amount: "10.00"))),
            ("/shop return approve", .shop(.decideReturn(number: 1, isApproved: true))),
            ("/shop return refuse 2", .shop(.decideReturn(number: 2, isApproved: false))),
            ("/shop receive", .shop(.receiveReturn(number: 1))), ("/shop say We have it", .shop(.say("We have it"))),
            ("/tasks", .tasks), ("/tasks 3 done", .shop(.settle(task: 3, .done, words: nil))),
            ("/tasks 3 refuse not that one", .shop(.settle(task: 3, .refuse, words: "not that one"))),
        ]
    )
    func reads(line: String, request: ChatRequest) {
        #expect(read(line) == .request(request))
    }

    @Test(
        "says how it is written when it makes no sense",
        arguments: [
            ("/pay twice", "It is /pay"), ("/ship two numbers", "It is /ship"), ("/parcel", "Where is it?"),
            ("/parcel lost", "Where is it?"), ("/tasks x done", "It is /tasks"), ("/tasks 3 maybe", "It is /tasks"),
            ("/shop", "The shop can"), ("/shop return", "The shop can"), ("/shop receive two", "The shop can"),
            ("/shop say", "The shop can"),
        ]
    )
    func refuses(line: String, words: String) {
        guard case .refused(let said) = read(line) else {
            Issue.record("\(line) was taken")
            return
        }
        #expect(said.hasPrefix(words))
    }
}
