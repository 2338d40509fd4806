import Kernel
import Messaging
import Testing

@Suite("What must survive the masking of cards")
struct MaskingTests {
    private static let card = "5555 5555 5555 4444"

    @Test("ids and addresses of the platform stay, though they may look like cards")
    func machineNames() {
        let number = "5555555555554444"
        let media = Media(kind: .image, mediaID: number, url: "https://cdn.test/\(number)", caption: Self.card)
        let cart = SentCart(items: [.init(sku: number, quantity: 1)], note: Self.card)
        let comment = Comment(id: number, post: number, live: number, text: Self.card, parent: number)
        let contents: [InboundEvent.Content] = [.media(media), .cart(cart), .comment(comment), .deletion(of: number)]
        for content in contents {
            let event = InboundEvent(
                externalID: number,
                at: Timestamp(seconds: 1),
                sender: ShopperAddress(scopedID: number),
                content: content,
                replyTo: MessageReference(externalID: number)
            )
            let masked = event.masked()
            #expect(masked.externalID == number)
            #expect(masked.sender == event.sender)
            #expect(masked.replyTo == event.replyTo)
            #expect(!String(decoding: masked.stored, as: UTF8.self).contains(Self.card))
            #expect(String(decoding: masked.stored, as: UTF8.self).contains(number))
        }
    }

    @Test(
        "order numbers, SKUs, prices, phone and parcel numbers stay in a text",
        arguments: [
            "where is K7QX2M?", "PRAIA-38 and DUNA-SND-40 please", "R$ 1.299,00", "call +55 11 98765-4321",
            "1Z5R89390357567127", "RB123456785GB", "on 21/11/2026 at 12:15", "Rua A 1200, 01310-100 São Paulo",
        ]
    )
    func text(words: String) {
        let event = InboundEvent(externalID: "w", at: Timestamp(seconds: 1), content: .text(words))
        #expect(event.masked() == event)
    }

    @Test("two form fields that become one name by masking are both kept")
    func form() {
        let fields = [Self.card: "a", "4242 4242 4242 4242": "b"]
        let event = InboundEvent(
            externalID: "w",
            at: Timestamp(seconds: 1),
            content: .form(Form(name: nil, fields: fields))
        )
        guard case .form(let form) = event.masked().content else { return }
        #expect(form.fields.count == 1)
        #expect(form.fields.values.first?.contains("a") == true)
        #expect(form.fields.values.first?.contains("b") == true)
    }

    @Test("an error's words are masked, its codes stay")
    func errors() {
        var status = StatusTests.full
        status.errors = [PlatformError(code: 5_555_555_555_554_444, title: Self.card, details: Self.card)]
        let masked = status.masked()
        #expect(masked.errors.map(\.code) == [5_555_555_555_554_444])
        #expect(masked.errors.allSatisfy { $0.title == CardMask.replacement && $0.details == CardMask.replacement })
        #expect(masked.callbackKey == status.callbackKey)
    }
}
