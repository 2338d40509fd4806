import Commerce
import Kernel
import Partners
import Testing

/// What Stripe's webhooks mean for an order.
struct StripeDecodeTests {
    private func payment(
        _ news: PaymentReport.News,
        reference: String? = nil,
        transaction: String? = nil
    ) -> PartnerItem.Content {
        .payment(PaymentReport(order: Wire.order, reference: reference, transaction: transaction, news: news))
    }

    private func page(_ fields: String) -> String {
        """
        {"id":"cs_1","object":"checkout.session","metadata":{"order":"K7QX2M"},"client_reference_id":"other",\
        "payment_intent":"pi_1","currency":"brl"\(fields)}
        """
    }

    @Test("an event bears Stripe's own id and time")
    func envelope() throws {
        let item = try #require(try Stripe.decode(Wire.event("checkout.session.expired", page(""))).items.first)
        #expect(item.eventID == "evt_1")
        #expect(item.at == Timestamp(seconds: 1_795_300_000))
    }

    @Test("a completed page is paid, free, or waits for its money")
    func completed() throws {
        let type = "checkout.session.completed"
        let paid = page(#","amount_total":11980,"payment_status":"paid""#)
        #expect(
            try Wire.content(type, paid) == payment(.paid(Wire.brl(11_980)), reference: "cs_1", transaction: "pi_1")
        )
        let free = page(#","amount_total":0,"payment_status":"no_payment_required""#)
        #expect(try Wire.content(type, free) == payment(.paid(Wire.brl(0)), reference: "cs_1", transaction: "pi_1"))
        let unpaid = page(#","amount_total":11980,"payment_status":"unpaid""#)
        #expect(try Wire.content(type, unpaid) == payment(.settling, reference: "cs_1", transaction: "pi_1"))
    }

    @Test("a slow payment settles or fails, and a page lapses")
    func later() throws {
        let amount = #","amount_total":11980,"payment_status":"paid""#
        let events: [(type: String, news: PaymentReport.News)] = [
            ("checkout.session.async_payment_succeeded", .paid(Wire.brl(11_980))),
            ("checkout.session.async_payment_failed", .failed(reason: nil)),
            ("checkout.session.expired", .lapsed),
        ]
        for event in events {
            #expect(
                try Wire.content(event.type, page(amount))
                    == payment(event.news, reference: "cs_1", transaction: "pi_1")
            )
        }
    }

    @Test("the same money on page and payment intent names one transaction")
    func oneTransaction() throws {
        let paid = #","amount_total":11980,"payment_status":"paid""#
        let intent = """
            {"id":"pi_1","object":"payment_intent","amount":11980,"amount_received":11980,"currency":"brl",\
            "metadata":{"order":"K7QX2M"}}
            """
        let onPage = try Wire.content("checkout.session.completed", page(paid))
        let onIntent = try Wire.content("payment_intent.succeeded", intent)
        guard case .payment(let first) = onPage, case .payment(let second) = onIntent else {
            Issue.record("both are reports")
            return
        }
        #expect(first.transaction == second.transaction)
        #expect(first.news == second.news)
        #expect(second.reference == nil)
    }

    @Test("what was received counts, not what was asked for")
    func received() throws {
        let intent =
            #"{"id":"pi_1","amount":11980,"amount_received":5000,"currency":"usd","metadata":{"order":"K7QX2M"}}"#
        let part = payment(.paid(Money(minorUnits: 5_000, currency: .usd)), transaction: "pi_1")
        #expect(try Wire.content("payment_intent.succeeded", intent) == part)
    }

    @Test("things that stand there as a whole are read as their ids")
    func embedded() throws {
        let intent = """
            {"id":"pi_1","amount":11980,"currency":"brl","metadata":{"order":"K7QX2M"},
             "latest_charge":{"id":"ch_1","object":"charge","amount":11980}}
            """
        #expect(
            try Wire.content("payment_intent.succeeded", intent)
                == payment(.paid(Wire.brl(11_980)), transaction: "pi_1")
        )
        let charge = """
            {"id":"ch_1","object":"charge","amount_refunded":100,"currency":"brl","metadata":{"order":"K7QX2M"},
             "payment_intent":{"id":"pi_1","object":"payment_intent"}}
            """
        #expect(
            try Wire.content("charge.refunded", charge) == payment(.refundedInAll(Wire.brl(100)), transaction: "pi_1")
        )
    }

    @Test("the order stands in the metadata, else as the page's reference")
    func order() throws {
        let page = #"{"id":"cs_1","client_reference_id":"K7QX2M","payment_intent":null}"#
        #expect(try Wire.content("checkout.session.expired", page) == payment(.lapsed, reference: "cs_1"))
    }

    @Test("a failed try says why, in the bank's words before Stripe's, without a card")
    func failed() throws {
        func failure(_ error: String) throws -> PartnerItem.Content? {
            let intent = #"{"id":"pi_1","metadata":{"order":"K7QX2M"},"last_payment_error":\#(error)}"#
            return try Wire.content("payment_intent.payment_failed", intent)
        }
        let rows: [(error: String, reason: String?)] = [
            (
                #"{"code":"card_declined","decline_code":"insufficient_funds","message":"Your card was declined."}"#,
                "Your card was declined. (insufficient_funds)"
            ),
            (#"{"code":"card_declined"}"#, "card_declined"), (#"{"message":"No."}"#, "No."), ("null", nil), ("{}", nil),
            (#"{"message":"4242424242424242 declined"}"#, "[card removed] declined"),
        ]
        for row in rows {
            #expect(try failure(row.error) == payment(.failed(reason: row.reason), transaction: "pi_1"))
        }
    }

    @Test(
        "a refund of ours is followed to its end",
        arguments: [
            ("refund.created", "pending", Refund.State.pending), ("refund.updated", "requires_action", .pending),
            ("refund.updated", "succeeded", .succeeded), ("charge.refund.updated", "failed", .failed),
            ("refund.failed", "failed", .failed), ("refund.updated", "canceled", .failed),
        ]
    )
    func refund(row: (type: String, status: String, state: Refund.State)) throws {
        let refund = """
            {"id":"re_1","object":"refund","payment_intent":"pi_1","charge":"ch_1","status":"\(row.status)",
             "failure_reason":"lost_or_stolen_card","metadata":{"order":"K7QX2M","key":"K7QX2M:refund:1"}}
            """
        #expect(
            try Wire.content(row.type, refund)
                == payment(
                    .refund(key: "K7QX2M:refund:1", row.state, reason: "lost_or_stolen_card"),
                    transaction: "pi_1"
                )
        )
    }

    @Test("money that went back by another hand is told by the charge, of an order perhaps unnamed")
    func refundedElsewhere() throws {
        let refund = #"{"id":"re_1","object":"refund","payment_intent":"pi_1","status":"succeeded","metadata":{}}"#
        #expect(try Wire.content("refund.created", refund) == .other(type: "refund.created"))
        let charge = #"{"id":"ch_1","object":"charge","amount_refunded":5990,"currency":"brl","payment_intent":null}"#
        #expect(
            try Wire.content("charge.refunded", charge)
                == .strayPayment(reference: nil, transaction: "ch_1", .refundedInAll(Wire.brl(5_990)))
        )
    }

    @Test("a bank that takes money back names the payment, not the order")
    func dispute() throws {
        let dispute = #"{"id":"dp_1","object":"dispute","charge":"ch_1","payment_intent":"pi_1","metadata":{}}"#
        #expect(
            try Wire.content("charge.dispute.created", dispute)
                == .strayPayment(reference: nil, transaction: "pi_1", .chargedBack)
        )
        let old = #"{"id":"dp_1","object":"dispute","charge":"ch_1","payment_intent":null}"#
        #expect(
            try Wire.content("charge.dispute.created", old)
                == .strayPayment(reference: nil, transaction: "ch_1", .chargedBack)
        )
        let bare = #"{"id":"dp_1","object":"dispute"}"#
        #expect(try Wire.content("charge.dispute.created", bare) == .other(type: "charge.dispute.created"))
    }

    @Test(
        "amounts come back in our minor units",
        arguments: [
            (500, "jpy", "500"), (500, "isk", "5"), (5, "mga", "5.00"), (5_120, "kwd", "5.120"), (500, "usd", "5.00"),
        ]
    )
    func amounts(row: (units: Int, currency: String, decimal: String)) throws {
        let currency = try #require(Currency(code: row.currency))
        let money = try #require(Money(decimal: row.decimal, currency: currency))
        let intent = """
            {"id":"pi_1","amount_received":\(row.units),"currency":"\(row.currency)","metadata":{"order":"K7QX2M"}}
            """
        #expect(try Wire.content("payment_intent.succeeded", intent) == payment(.paid(money), transaction: "pi_1"))
    }

    @Test("what every currency is charged with comes back as the same money")
    func roundTrip() throws {
        for code in ["BRL", "CLP", "EUR", "ISK", "JPY", "KRW", "KWD", "MGA", "TND", "TWD", "USD", "VND", "XOF"] {
            let currency = try #require(Currency(code: code))
            let price = Money(minorUnits: 123_400, currency: currency)
            let fields = Wire.fields(try Wire.call(Wire.link(over: price)).body)
            let units = try #require(fields.first { $0.contains("[unit_amount]=") }?.split(separator: "=").last)
            let intent =
                #"{"id":"pi_1","amount":\#(units),"currency":"\#(code.lowercased())","metadata":{"order":"K7QX2M"}}"#
            #expect(try Wire.content("payment_intent.succeeded", intent) == payment(.paid(price), transaction: "pi_1"))
        }
    }

    @Test(
        "what is none of an order's, or in a currency that is never charged, is passed over",
        arguments: [
            ("customer.created", #"{"id":"cus_1"}"#),
            ("payment_intent.created", #"{"id":"pi_1","metadata":{"order":"K7QX2M"}}"#),
            ("checkout.session.completed", #"{"id":"cs_1","mode":"setup","payment_status":"no_payment_required"}"#),
            ("checkout.session.expired", #"{"id":"cs_1","metadata":{"order":""}}"#),
            ("payment_intent.succeeded", #"{"id":"pi_1","amount_received":5,"currency":"brl"}"#),
            ("payment_intent.payment_failed", #"{"id":"pi_1","metadata":null}"#),
            ("payment_intent.succeeded", #"{"id":"pi_1","amount":5,"currency":"ugx","metadata":{"order":"K7QX2M"}}"#),
            ("payment_intent.succeeded", #"{"id":"pi_1","amount":5,"currency":"xau","metadata":{"order":"K7QX2M"}}"#),
        ]
    )
    func passedOver(row: (type: String, object: String)) throws {
        #expect(try Wire.content(row.type, row.object) == .other(type: row.type))
    }

    @Test(
        "a body that hides a payment is refused by the name of what is wrong",
        arguments: [
            ("", "line 1, byte 0"), ("[]", "the body"), (#"{"object":"event"}"#, "id"),
            (#"{"id":"evt_1","type":"x"}"#, "created"), (#"{"id":"evt_1","created":"soon","type":"x"}"#, "created"),
            (#"{"id":"evt_1","created":1}"#, "type"),
            (#"{"id":"evt_1","created":1,"type":"payment_intent.succeeded"}"#, "data"),
            (#"{"id":"evt_1","created":1,"type":"payment_intent.succeeded","data":{"object":7}}"#, "data.object"),
        ]
    )
    func unreadable(row: (body: String, location: String)) {
        let error = #expect(throws: UnreadablePartnerBody.self) { try Stripe.decode(Wire.bytes(row.body)) }
        #expect(error?.location == row.location)
    }

    @Test(
        "a paid order's missing or wrong-typed amount, currency or status is never passed over",
        arguments: [
            (#","payment_status":"paid""#, "amount_total"),
            (#","amount_total":"much","payment_status":"paid""#, "amount_total"),
            (#","amount_total":11.5,"payment_status":"paid""#, "amount_total"),
            (#","amount_total":-1,"payment_status":"paid""#, "amount_total"),
            (#","amount_total":null,"payment_status":"paid""#, "amount_total"),
            (#","amount_total":1"#, "payment_status"), (#","amount_total":1,"payment_status":"new""#, "payment_status"),
        ]
    )
    func missing(row: (fields: String, member: String)) {
        let error = #expect(throws: UnreadablePartnerBody.self) {
            try Wire.content("checkout.session.completed", page(row.fields))
        }
        #expect(error?.location == "data.object.\(row.member)")
        #expect(error?.description.contains("expected") == true)
    }

    @Test("an amount with a fraction of what we count in is never passed over")
    func fraction() {
        let intent = #"{"id":"pi_1","amount":550,"currency":"isk","metadata":{"order":"K7QX2M"}}"#
        let error = #expect(throws: UnreadablePartnerBody.self) {
            try Wire.content("payment_intent.succeeded", intent)
        }
        #expect(error?.location == "data.object.amount")
    }
}
