import Commerce
import Kernel
import Messaging
import Testing

@Suite("What we say keeps its meaning in JSON")
struct OutboundMessageTests {
    private static let option = Choices.Option("Buy", detail: "R$ 199.00", payload: "1:v:PRAIA-38")

    private static let order = Order(
        number: OrderNumber("K7QX2M"),
        placedAt: Timestamp(milliseconds: 1_795_248_000_000),
        lines: [
            Order.Line(
                sku: "PRAIA-38",
                title: "Praia Low",
                quantity: 2,
                price: Money(minorUnits: 19_900, currency: .brl)
            )
        ],
        address: DeliveryAddress(lines: ["Ana", "Rua A 12"]),
        delivery: DeliveryOption(
            id: "standard",
            title: "Standard",
            price: Money(minorUnits: 1_500, currency: .brl),
            time: "2 to 4 working days"
        ),
        payment: Payment(way: .payOnDelivery),
        total: Money(minorUnits: 41_300, currency: .brl)
    )

    private static let template = TemplateMessage(
        name: "order_update",
        language: .brazilianPortuguese,
        parameters: ["K7QX2M", "\"amanhã\" 🙂"],
        text: "Seu pedido K7QX2M"
    )

    /// One content of each kind.
    static let contents: [OutboundMessage.Content] = [
        .text("olá \"você\"\n🙂 \u{2028}"),
        .choices(
            Choices(
                text: "What next?",
                picture: "pictures/cover.png",
                footer: "small print",
                listLabel: "See all",
                sections: [
                    Choices.Section(title: "Shoes", options: [option]),
                    Choices.Section(options: [Choices.Option("Menu", payload: "1:m")]),
                ]
            )
        ),
        .cards(
            [ProductCard(product: "PRAIA", title: "Praia Low", subtitle: "R$ 199.00", options: [option])],
            lead: "Popular now"
        ),
        .media(Attachment(kind: .image, url: "https://shop.test/1.png", caption: "Blue", fileName: nil)),
        .link(LinkOffer(text: "Pay here", label: "Pay", url: "https://pay.test/x?y=1&z=2")),
        .addressRequest(
            AddressRequest(
                Choices(text: "Where shall it go?", options: [option]),
                form: FormOffer(id: "900800700600", label: "Fill in a form", token: "address")
            )
        ),
        .receipt(OrderReceipt(text: "Thank you", order: order)),
        .orderStatus(OrderNews(text: "On its way", order: OrderNumber("K7QX2M"))),
        .orderStatus(
            OrderNews(
                text: "Paid",
                order: OrderNumber("K7QX2M"),
                update: ChatOrderUpdate(reference: "K7QX2M-1", stage: .processing, paidAt: Timestamp(seconds: 9))
            )
        ),
        .orderDetails(
            OrderDetails(
                text: "Pay",
                label: "Pay now",
                reference: "K7QX2M-1",
                lines: [OrderDetails.Line(sku: "A", title: "Lamp", quantity: 1, price: .zero(.brl))],
                delivery: .zero(.brl),
                discount: .zero(.brl),
                tax: .zero(.brl),
                total: .zero(.brl),
                lapsesAt: Timestamp(seconds: 9),
                lapseWords: "Over",
                settings: [
                    .link(url: "https://p.test", country: "BR"),
                    .gateway(PaymentGateway(.payu, configuration: "main")),
                ]
            )
        ),
        .template(template),
        .privateReply(comment: "17890_1", text: "Here you are"),
    ]

    @Test("every kind of content, in every category", arguments: contents, PricingCategory.allCases)
    func everyKind(content: OutboundMessage.Content, category: PricingCategory) throws {
        let message = OutboundMessage(content, category: category, isIndependent: category == .utility)
        #expect(try reloaded(message) == message)
    }

    @Test(
        "every plan for a closed window",
        arguments: [ClosedWindowPlan.template(template), .humanAgentTag, .wait, .drop]
    )
    func plans(plan: ClosedWindowPlan) throws {
        let message = OutboundMessage(.text("x"), plan: plan)
        #expect(try reloaded(message).plan == plan)
    }

    @Test("a plain message is a service message that waits for the next line")
    func standard() {
        let message = OutboundMessage(.text("x"))
        #expect(message.category == .service)
        #expect(message.plan == .wait)
        #expect(!message.isIndependent)
    }

    @Test("options are counted through all sections, in order")
    func options() {
        guard case .choices(let choices) = Self.contents[1] else { return }
        #expect(choices.options.map(\.label) == ["Buy", "Menu"])
        #expect(Choices(text: "?", options: [Self.option]).sections.map(\.title) == [nil])
    }
}
