import Kernel
import Messaging
import Testing

@Suite("What happened keeps its meaning in JSON")
struct InboundEventTests {
    private static let moment = Timestamp(milliseconds: 1_795_248_000_123)

    /// One content of each kind, with as much in it as it can hold.
    static let contents: [InboundEvent.Content] = [
        .text("olá \"você\"\n🙂"), .tap(Tap(payload: "1:m", label: "Menu")),
        .media(
            Media(
                kind: .voice,
                mediaID: "m1",
                url: "https://cdn.test/a?b=c",
                mimeType: "audio/ogg; codecs=opus",
                caption: "listen",
                fileName: "a.ogg"
            )
        ),
        .sticker(mediaID: nil), .location(Location(latitude: -23.4, longitude: 45.125, name: "Shop", address: "Rua A")),
        .contact([ContactCard(name: nil, phones: []), ContactCard(name: "Bea", phones: ["+55 11", "x"])]),
        .reaction(emoji: nil, to: "w1"), .form(Form(name: "size", fields: ["a": "1", "b": ""])),
        .cart(SentCart(items: [.init(sku: "A", quantity: 2, price: "1.50", currency: "BRL")], note: "soon")),
        .productQuestion(ProductQuestion(sku: "A", productID: "p", text: "blue?")), .referral, .optIn(topic: "news"),
        .optOut(topic: nil), .status(StatusTests.full), .receipt(ReadReceipt(isRead: false, of: [], watermark: moment)),
        .payment(PaymentNews(of: nil, status: "captured", reference: "K1", transaction: nil)),
        .echo(text: "hi", by: nil), .edit(of: "w1", text: "x"), .deletion(of: nil),
        .handover(action: "take", from: nil, to: "b"), .comment(Comment(id: "c", live: "l", text: "how much?")),
        .identityChange(from: "A", to: nil), .accountNotice(event: "BANNED"), .templateNotice(event: "APPROVED"),
        .call(event: nil), .timer(kind: "hold"), .operatorCommand(.take(until: moment)), .operatorCommand(.release),
        .unknown(type: "hologram", raw: #"{"a":[1,"\u00e9"]}"#),
    ]

    /// An event with everything that can stand around a content.
    private static func event(_ content: InboundEvent.Content) -> InboundEvent {
        InboundEvent(
            externalID: "wamid.1",
            at: moment,
            sender: ShopperAddress(scopedID: "BR.1", parentScopedID: "P.1", phone: PhoneNumber("5511987654321")),
            name: "Ana",
            content: content,
            replyTo: MessageReference(externalID: "wamid.0"),
            referral: Referral(source: "ad", ad: "1", click: "c", ref: "r", product: "p", post: "o"),
            story: "s",
            isForwarded: true,
            group: "g",
            isStandby: true,
            isTest: true,
            ignored: "why"
        )
    }

    @Test("every kind of content, bare and with everything around it", arguments: contents)
    func everyKind(content: InboundEvent.Content) throws {
        let bare = InboundEvent(externalID: "w", at: Self.moment, content: content)
        for event in [bare, Self.event(content)] {
            #expect(try reloaded(event) == event)
            #expect(InboundEvent(stored: event.stored, externalID: event.externalID, at: event.at) == event)
        }
    }

    @Test("the samples hold every kind")
    func kinds() {
        #expect(Set(Self.contents.map(\.kind)).count == 28)
        #expect(Self.contents.count == 29)
    }

    @Test("only what a person says opens the window")
    func fromPerson() {
        let silent = Set(Self.contents.filter { !$0.isFromPerson }.map(\.kind))
        #expect(
            silent == [
                "reaction", "optOut", "status", "payment", "receipt", "echo", "edit", "deletion", "handover", "comment",
                "identityChange", "accountNotice", "templateNotice", "timer", "operatorCommand",
            ]
        )
    }
}

@Suite("Names of a person")
struct ShopperAddressTests {
    private let phone = PhoneNumber("5511987654321")

    @Test("the scoped id comes first, then the number, then the portfolio's id")
    func primary() {
        #expect(ShopperAddress(scopedID: "BR.1", phone: phone).primary == "BR.1")
        #expect(ShopperAddress(phone: phone).primary == "5511987654321")
        #expect(ShopperAddress(parentScopedID: "P").primary == "P")
        #expect(ShopperAddress(username: "ana").primary == nil)
    }

    @Test("a user name is shown and finds nobody")
    func username() {
        #expect(ShopperAddress(username: "ana").isEmpty)
        #expect(ShopperAddress(username: "ana").aliases.isEmpty)
        #expect(!ShopperAddress(parentScopedID: "P").isEmpty)
    }

    @Test(
        "two spellings of one number are one alias",
        arguments: [
            ("551187654321", "5511987654321"), ("525512345678", "5215512345678"), ("541123456789", "5491123456789"),
        ]
    )
    func spellings(row: (short: String, long: String)) {
        let short = ShopperAddress(phone: PhoneNumber(row.short))
        let long = ShopperAddress(scopedID: "X.1", phone: PhoneNumber(row.long))
        #expect(short.aliases.count == 1)
        #expect(long.aliases.last == short.aliases.first)
        #expect(short.primary == row.short)
    }

    @Test("aliases stand in the order of their worth, the number in its canonical form")
    func aliases() throws {
        let address = ShopperAddress(scopedID: "BR.1", parentScopedID: "P.1", phone: PhoneNumber("551187654321"))
        #expect(address.aliases.map(\.kind) == [.scopedID, .parentScopedID, .phone])
        #expect(address.aliases.last == ShopperAddress(phone: phone).aliases.last)
        #expect(try reloaded(address.aliases) == address.aliases)
    }
}
