import Kernel
import Messaging
import TestSupport
import Testing

@Suite("Events keep their meaning in a row, and lose card numbers before it")
struct StoredEventTests {
    private static let card = "4111 1111 1111 1111"

    /// One event of every kind, with a card number in every text that a person can write.
    private static var samples: [InboundEvent] {
        let status = StatusUpdate(
            of: "w1",
            standing: .failed,
            at: StoreScene.start,
            errors: [PlatformError(code: 1, title: card, details: "saw \(card)")]
        )
        let contents: [InboundEvent.Content] = [
            .text("my card is \(card), ok?"),
            .tap(Tap(payload: card, label: card)),
            .media(Media(kind: .document, mediaID: "m1", caption: card, fileName: "\(card).pdf")),
            .sticker(mediaID: "m2"),
            .location(Location(latitude: 1.5, longitude: -2.25, name: card, address: card)),
            .contact([ContactCard(name: card, phones: [card])]),
            .reaction(emoji: card, to: "w1"),
            .form(Form(name: card, fields: ["number": card, card: "x"])),
            .cart(SentCart(items: [.init(sku: "SUN-37", quantity: 2, price: "49.90", currency: "BRL")], note: card)),
            .productQuestion(ProductQuestion(sku: "SUN-37", productID: "p1", text: card)),
            .referral,
            .optIn(topic: card), .optOut(topic: card),
            .status(status),
            .payment(PaymentNews(of: "w1", status: "captured", reference: "K1", transaction: "t1")),
            .receipt(ReadReceipt(isRead: true, of: ["w1"], watermark: StoreScene.start)),
            .echo(text: card, by: "app"),
            .edit(of: "w1", text: card),
            .deletion(of: "w1"),
            .handover(action: "take", from: "a", to: "b"),
            .comment(Comment(id: "c1", post: "p", author: card, text: card)),
            .identityChange(from: "BR.1", to: "BR.2"),
            .accountNotice(event: card), .templateNotice(event: card), .call(event: card),
            .timer(kind: "hold"),
            .operatorCommand(.take(until: StoreScene.start)),
            .unknown(type: card, raw: "{\"body\":\"\(card)\",\"n\":4111111111111111}"),
        ]
        return contents.map { content in
            InboundEvent(
                externalID: "w2",
                at: StoreScene.start,
                sender: ShopperAddress(scopedID: "BR.1", phone: PhoneNumber("5581987654321"), username: card),
                name: card,
                content: content,
                replyTo: MessageReference(externalID: "w0"),
                referral: Referral(source: "ad", ad: "120211", ref: card)
            )
        }
    }

    @Test("every kind of event is among the samples")
    func allKinds() {
        #expect(Set(Self.samples.map(\.kind)).count == 28)
    }

    @Test("no kind of event leaks a card number", arguments: Self.samples)
    func masked(event: InboundEvent) {
        let stored = String(decoding: event.masked().stored, as: UTF8.self)
        #expect(!stored.contains("4111"))
        #expect(stored.contains("120211"))
    }

    @Test("masking changes nothing where no card is", arguments: Self.samples)
    func unmasked(event: InboundEvent) {
        let once = event.masked()
        #expect(once.masked() == once)
        #expect(once.sender.phone == event.sender.phone)
        #expect(once.externalID == event.externalID)
    }

    @Test("every kind reads back as it was stored", arguments: Self.samples)
    func roundTrip(event: InboundEvent) {
        #expect(InboundEvent(stored: event.stored, externalID: event.externalID, at: event.at) == event)
    }

    @Test(
        "texts and taps read back whatever stands around them",
        arguments: [
            InboundEvent(externalID: "a", at: StoreScene.start, content: .text("")),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .text("\"\\\n\u{1}🙂 \u{2028}")),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .tap(Tap(payload: nil, label: nil))),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .tap(Tap(payload: "p", label: "L"))),
            InboundEvent(
                externalID: "a",
                at: StoreScene.start,
                name: "Ana",
                content: .text("x"),
                replyTo: MessageReference(externalID: nil)
            ),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .text("x"), story: "s"),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .text("x"), isForwarded: true),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .text("x"), group: "g"),
            InboundEvent(externalID: "a", at: StoreScene.start, content: .text("x"), ignored: "why"),
        ]
    )
    func shortForms(event: InboundEvent) {
        #expect(InboundEvent(stored: event.stored, externalID: event.externalID, at: event.at) == event)
    }

    @Test(
        "bytes that nobody understands are kept as an unknown item",
        arguments: ["", "{", "{}", "[1]", "{\"event\":1}"]
    )
    func unreadable(text: String) {
        let event = InboundEvent(stored: Array(text.utf8), externalID: "a", at: StoreScene.start)
        #expect(event.content == .unknown(type: "unreadable", raw: text))
        #expect(event.externalID == "a")
    }
}
