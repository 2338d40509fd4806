import Channels
import Kernel
import Messaging
import Testing

/// Items of `statuses[]`.
struct WhatsAppStatusTests {
    private func decode(_ items: String...) throws -> DecodedBatch {
        let webhook = try WhatsApp.decode(
            Bodies.statuses(items.joined(separator: ",")),
            receivedAt: Bodies.received
        )
        #expect(webhook.itemCount == items.count)
        return try #require(webhook.batches.first)
    }

    @Test("a delivered status carries key, recipient and pricing")
    func delivered() throws {
        let status = try #require(
            try decode(
                #"{"id":"wamid.O","status":"delivered","timestamp":"1795248200","recipient_id":"491713920044","recipient_user_id":"DE.77","recipient_parent_user_id":"DE.ENT.1","biz_opaque_callback_data":"m:1:2:0","type":"message","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"authentication-international"}}"#
            ).statuses.first
        )
        #expect(
            status
                == StatusUpdate(
                    of: "wamid.O",
                    standing: .reached(.delivered),
                    at: Timestamp(seconds: 1_795_248_200),
                    callbackKey: "m:1:2:0",
                    recipient: ShopperAddress(
                        scopedID: "DE.77",
                        parentScopedID: "DE.ENT.1",
                        phone: PhoneNumber("491713920044")
                    ),
                    pricing: StatusPricing(
                        billable: true,
                        model: "PMP",
                        type: "regular",
                        category: "authentication_international"
                    )
                )
        )
    }

    @Test("a failed status carries its errors")
    func failed() throws {
        let status = try #require(
            try decode(
                #"{"id":"wamid.O","status":"failed","timestamp":1795248300,"errors":[{"code":131047,"title":"Re-engagement","error_data":{"details":"More than 24 hours"}},{"code":"x"}]}"#
            ).statuses.first
        )
        #expect(status.standing == .failed)
        #expect(
            status.errors == [PlatformError(code: 131047, title: "Re-engagement", details: "More than 24 hours")]
        )
        #expect(status.recipient.isEmpty)
    }

    @Test("every word for a standing is read", arguments: words)
    func standings(row: (word: String, standing: StatusUpdate.Standing)) throws {
        let batch = try decode(#"{"id":"w","status":"\#(row.word)","timestamp":"1795248300"}"#)
        #expect(batch.statuses.map(\.standing) == [row.standing])
    }

    private static let words: [(word: String, standing: StatusUpdate.Standing)] = [
        ("accepted", .reached(.accepted)), ("sent", .reached(.sent)), ("delivered", .reached(.delivered)),
        ("read", .reached(.read)), ("played", .reached(.played)), ("failed", .failed), ("deleted", .other("deleted")),
        ("warning", .other("warning")), ("queued", .other("queued")),
    ]

    @Test("a status sent to a group names the member, not the group")
    func group() throws {
        let batch = try decode(
            #"{"id":"w","status":"sent","timestamp":"1795248300","recipient_type":"group","recipient_id":"g1","participant_recipient_id":"491713920044"}"#
        )
        #expect(batch.statuses.first?.recipient == ShopperAddress(phone: PhoneNumber("491713920044")))
    }

    @Test("a payment is no delivery state, though it bears the message's id")
    func payment() throws {
        let batch = try decode(
            #"{"id":"wamid.O","type":"payment","status":"captured","timestamp":"1795249000","recipient_id":"919000000000","payment":{"reference_id":"SO-1","transaction":{"id":"t1","status":"success"}}}"#,
            #"{"id":"wamid.O","type":"payment","status":"pending","timestamp":"1795249000","recipient_id":"919000000000","payment":{"reference_id":"SO-1"}}"#
        )
        #expect(batch.statuses.isEmpty)
        #expect(
            batch.events.map(\.content) == [
                .payment(
                    PaymentNews(
                        of: "wamid.O",
                        status: "captured",
                        reference: "SO-1",
                        transaction: "t1",
                        tryStatus: "success"
                    )
                ),
                .payment(PaymentNews(of: "wamid.O", status: "pending", reference: "SO-1", transaction: nil)),
            ]
        )
        #expect(Set(batch.events.map(\.externalID)).count == 2)
        #expect(batch.events.first?.sender.phone?.digits == "919000000000")
    }

    @Test("a status of a call is a call")
    func call() throws {
        let batch = try decode(#"{"id":"wacid.1","type":"call","status":"RINGING","timestamp":"1795249000"}"#)
        #expect(batch.events.map(\.content) == [.call(event: "RINGING")])
    }

    @Test(
        "a status that names no message or no state is kept",
        arguments: [
            #"{"status":"sent"}"#, #"{"id":"w"}"#, #"{"id":"","status":"sent"}"#, "5", "null",
            #"{"id":"w","status":"sent","type":{}}"#,
        ]
    )
    func odd(item: String) throws {
        let batch = try decode(item)
        #expect(batch.events.map(\.content.unknownType) == ["status"])
        #expect(batch.events.first?.content.unknownRaw == item)
    }

    @Test("unknown pricing and missing fields are let through")
    func lenient() throws {
        let batch = try decode(
            #"{"id":"w","status":"sent","timestamp":"1795248400","conversation":{"id":"c"},"pricing":{"type":"free_novel"}}"#,
            #"{"id":"w","status":"read","pricing":null,"errors":null,"type":null}"#
        )
        #expect(batch.statuses.map(\.pricing) == [StatusPricing(type: "free_novel"), nil])
        #expect(batch.statuses.map(\.at) == [Timestamp(seconds: 1_795_248_400), Bodies.received])
    }
}
