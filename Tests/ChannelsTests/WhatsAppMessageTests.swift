import Channels
import Kernel
import Messaging
import Testing

/// One item of `messages[]` after another.
struct WhatsAppMessageTests {
    private func only(_ body: [UInt8]) throws -> InboundEvent {
        let webhook = try WhatsApp.decode(body, receivedAt: Bodies.received)
        #expect(webhook.itemCount == 1)
        return try #require(webhook.batches.first?.events.first)
    }

    private func content(_ rest: String) throws -> InboundEvent.Content { try only(Bodies.message(rest)).content }

    @Test("a text names its account, sender, time and words")
    func text() throws {
        let webhook = try WhatsApp.decode(
            Bodies.message(#""from_user_id":"DE.771209348812","type":"text","text":{"body":"size M \ud83d\ude0a"}"#),
            receivedAt: Bodies.received
        )
        let batch = try #require(webhook.batches.first)
        #expect(batch.channel == .whatsapp)
        #expect(batch.accountExternalID == Bodies.number)
        #expect(batch.label == "493023125142")
        let event = try #require(batch.events.first)
        #expect(event.externalID == "wamid.T1")
        #expect(event.at == Timestamp(seconds: 1_795_248_010))
        #expect(event.sender.scopedID == "DE.771209348812")
        #expect(event.sender.phone == PhoneNumber("491713920044"))
        #expect(event.sender.username == "mara.ostwald")
        #expect(event.name == "Mara Ostwald")
        #expect(event.content == .text("size M 😊"))
    }

    @Test("what a person sends becomes its kind", arguments: said)
    func kinds(row: (json: String, content: InboundEvent.Content)) throws {
        #expect(try content(row.json) == row.content)
    }

    private static let said: [(json: String, content: InboundEvent.Content)] = [
        (#""type":"text","text":{"body":""}"#, .text("")),
        (
            #""type":"image","image":{"id":"77","mime_type":"image/jpeg","sha256":"q6","caption":"this one?","url":"https://m.example/1"}"#,
            .media(
                Media(
                    kind: .image,
                    mediaID: "77",
                    url: "https://m.example/1",
                    mimeType: "image/jpeg",
                    caption: "this one?"
                )
            )
        ),
        (#""type":"image","image":{"id":77,"caption":""}"#, .media(Media(kind: .image, mediaID: "77"))),
        (#""type":"video","video":{"id":"78"}"#, .media(Media(kind: .video, mediaID: "78"))),
        (
            #""type":"audio","audio":{"id":"79","mime_type":"audio/ogg; codecs=opus","voice":true}"#,
            .media(Media(kind: .voice, mediaID: "79", mimeType: "audio/ogg; codecs=opus"))
        ),
        (#""type":"audio","audio":{"id":"79","voice":false}"#, .media(Media(kind: .audio, mediaID: "79"))),
        (#""type":"audio","audio":{"id":"79"}"#, .media(Media(kind: .audio, mediaID: "79"))),
        (
            #""type":"document","document":{"id":"80","filename":"invoice.pdf","caption":"receipt"}"#,
            .media(Media(kind: .document, mediaID: "80", caption: "receipt", fileName: "invoice.pdf"))
        ),
        (#""type":"sticker","sticker":{"id":"81","animated":false}"#, .sticker(mediaID: "81")),
        (
            #""type":"location","location":{"latitude":52.5163,"longitude":13.3777,"name":"Store","address":"Linden 7"}"#,
            .location(Location(latitude: 52.5163, longitude: 13.3777, name: "Store", address: "Linden 7"))
        ),
        (
            #""type":"location","location":{"latitude":"-23.5","longitude":"-46"}"#,
            .location(Location(latitude: -23.5, longitude: -46))
        ),
        (
            #""type":"contacts","contacts":[{"name":{"formatted_name":"Ida K"},"phones":[{"phone":"+49 171"},{"wa_id":"4917"}]},{"phones":[{}]},{"name":{"first_name":"Bo","last_name":"Li"}}]"#,
            .contact([
                ContactCard(name: "Ida K", phones: ["+49 171", "4917"]), ContactCard(name: nil, phones: []),
                ContactCard(name: "Bo Li", phones: []),
            ])
        ),
        (#""type":"reaction","reaction":{"message_id":"wamid.O","emoji":"👍"}"#, .reaction(emoji: "👍", to: "wamid.O")),
        (#""type":"reaction","reaction":{"message_id":"wamid.O","emoji":""}"#, .reaction(emoji: nil, to: "wamid.O")),
        (#""type":"reaction","reaction":{"message_id":"wamid.O"}"#, .reaction(emoji: nil, to: "wamid.O")),
        (
            #""type":"button","button":{"payload":"reorder:7","text":"Order again"}"#,
            .tap(Tap(payload: "reorder:7", label: "Order again"))
        ),
        (
            #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"c:yes","title":"Check out"}}"#,
            .tap(Tap(payload: "c:yes", label: "Check out"))
        ),
        (
            #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"s:x","title":"Express","description":"1 day"}}"#,
            .tap(Tap(payload: "s:x", label: "Express"))
        ),
        (
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"cart-42\",\"zip\":\"10117\",\"gift\":true,\"n\":2,\"note\":null}"}}"#,
            .form(
                Form(
                    name: "flow",
                    fields: ["flow_token": "cart-42", "zip": "10117", "gift": "true", "n": "2", "note": ""]
                )
            )
        ),
        (
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"address_message","response_json":"{\"values\":{\"city\":\"Pune\"}}"}}"#,
            .form(Form(name: "address_message", fields: ["city": "Pune"]))
        ),
        (
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","response_json":"{broken"}}"#,
            .form(Form(name: "flow", fields: ["response_json": "{broken"]))
        ),
        (
            #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept"}}"#,
            .tap(Tap(payload: "accept", label: nil))
        ),
        (
            #""type":"interactive","interactive":{"type":"payment_method","payment_method":{"payment_method":"pix","reference_id":"SO-7"}}"#,
            .tap(Tap(payload: "SO-7", label: "pix"))
        ),
        (#""type":"interactive","interactive":{"list_reply":{"id":"s:x"}}"#, .tap(Tap(payload: "s:x", label: nil))),
        (#""text":{"body":"no type"}"#, .text("no type")),
        (
            #""type":"order","order":{"catalog_id":"6","text":"ring twice","product_items":[{"product_retailer_id":"LAMP","quantity":2,"item_price":49.90,"currency":"EUR"},{"product_retailer_id":12,"quantity":3.0,"item_price":12},{"product_retailer_id":"B"}]}"#,
            .cart(
                SentCart(
                    items: [
                        SentCart.Item(sku: "LAMP", quantity: 2, price: "49.90", currency: "EUR"),
                        SentCart.Item(sku: "12", quantity: 3, price: "12"), SentCart.Item(sku: "B", quantity: 1),
                    ],
                    note: "ring twice"
                )
            )
        ),
        (#""type":"order","order":{"text":"","product_items":[]}"#, .cart(SentCart(items: []))),
        (
            #""type":"system","system":{"type":"user_changed_number","wa_id":"491713920099","user_id":"DE.88"}"#,
            .identityChange(from: "491713920044", to: "491713920099")
        ),
        (
            #""type":"system","system":{"type":"customer_changed_number","new_wa_id":"491713920099"}"#,
            .identityChange(from: "491713920044", to: "491713920099")
        ),
        (
            #""from_user_id":"DE.77","type":"system","system":{"type":"user_changed_user_id","user_id":"DE.88"}"#,
            .identityChange(from: "DE.77", to: "DE.88")
        ),
        (
            #""type":"system","system":{"type":"customer_identity_changed","identity":{"hash":"h"}}"#,
            .identityChange(from: "491713920044", to: nil)
        ),
        (
            #""type":"edit","edit":{"original_message_id":"wamid.A","message":{"type":"text","text":{"body":"size L"}}}"#,
            .edit(of: "wamid.A", text: "size L")
        ),
        (
            #""type":"edit","edit":{"original_message_id":"wamid.A","message":{"type":"image","image":{"caption":"red"}}}"#,
            .edit(of: "wamid.A", text: "red")
        ),
        (#""type":"revoke","revoke":{"original_message_id":"wamid.A"}"#, .deletion(of: "wamid.A")),
        (#""type":"request_welcome""#, .tap(Tap(payload: nil, label: nil))),
        (
            #""type":"text","text":{"body":"Dimmable?"},"context":{"referred_product":{"catalog_id":"6","product_retailer_id":"LAMP"}}"#,
            .productQuestion(ProductQuestion(sku: "LAMP", text: "Dimmable?"))
        ),
    ]

    @Test("what is not understood is kept whole", arguments: odd)
    func unknown(row: (json: String, type: String)) throws {
        let event = try only(Bodies.message(row.json))
        #expect(event.content.unknownType == row.type)
        #expect(event.externalID == "wamid.T1")
        let raw = try #require(event.content.unknownRaw)
        #expect(raw.contains(row.json))
        #expect(try JSONDocument(Array(raw.utf8)).root.kind == .object)
    }

    private static let odd: [(json: String, type: String)] = [
        (#""type":"unsupported","errors":[{"code":131051}],"unsupported":{"type":"poll_creation"}"#, "unsupported"),
        (#""type":"poll","poll":{"q":1}"#, "poll"),
        (#""words":{"body":"no type"}"#, "message"),
        (#""type":7"#, "7"),
        (#""type":"text""#, "text"),
        (#""type":"text","text":"flat""#, "text"),
        (#""type":"text","text":{"body":null}"#, "text"),
        (#""type":"interactive""#, "interactive"),
        (#""type":"interactive","interactive":{"type":"call_permission_reply"}"#, "interactive"),
        (#""type":"interactive","interactive":{"type":"button_reply","button_reply":{}}"#, "interactive"),
        (
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","response_json":7}}"#,
            "interactive"
        ),
        (#""type":"button","button":{}"#, "button"),
        (#""type":"image","image":null"#, "image"),
        (#""type":"image""#, "image"),
        (#""type":"location","location":{"latitude":52.5}"#, "location"),
        (#""type":"location","location":{"latitude":952.5,"longitude":1}"#, "location"),
        (#""type":"contacts","contacts":{}"#, "contacts"),
        (#""type":"reaction","reaction":{"emoji":"x"}"#, "reaction"),
        (#""type":"order","order":{"product_items":[{"quantity":1}]}"#, "order"),
        (#""type":"order","order":{"product_items":[{"product_retailer_id":"A","quantity":0}]}"#, "order"),
        (#""type":"order","order":{"product_items":[{"product_retailer_id":"A","quantity":"two"}]}"#, "order"),
        (#""type":"order","order":{}"#, "order"),
        (#""type":"system""#, "system"),
        (#""type":"edit","edit":{}"#, "edit"),
        (#""type":"revoke""#, "revoke"),
        (#""type":"media_placeholder""#, "media_placeholder"),
    ]

    @Test("a reply, a forwarded message and a group are told apart")
    func context() throws {
        let reply = try only(
            Bodies.message(#""type":"text","text":{"body":"x"},"context":{"from":"4930","id":"wamid.O"}"#)
        )
        #expect(reply.replyTo == MessageReference(externalID: "wamid.O"))
        #expect(!reply.isForwarded)
        let forwarded = try only(Bodies.message(#""type":"text","text":{"body":"x"},"context":{"forwarded":true}"#))
        #expect(forwarded.isForwarded)
        #expect(forwarded.replyTo == nil)
        let often = try only(
            Bodies.message(#""type":"text","text":{"body":"x"},"context":{"frequently_forwarded":true}"#)
        )
        #expect(often.isForwarded)
        let group = try only(Bodies.message(#""type":"text","text":{"body":"x"},"group_id":"g1""#))
        #expect(group.group == "g1")
    }

    @Test("an ad's id and its click id are not mistaken, on any kind")
    func referral() throws {
        let ad = try only(
            Bodies.message(
                #""type":"image","image":{"id":"7"},"referral":{"source_type":"ad","source_id":"1202","ctwa_clid":"ARA","ref":"r"}"#
            )
        )
        #expect(ad.referral == Referral(source: "ad", ad: "1202", click: "ARA", ref: "r"))
        let post = try only(
            Bodies.message(#""type":"text","text":{"body":"x"},"referral":{"source_type":"post","source_id":"9"}"#)
        )
        #expect(post.referral == Referral(source: "post", post: "9"))
        let bare = try only(Bodies.message(#""type":"text","text":{"body":"x"},"referral":{}"#))
        #expect(bare.referral == Referral())
    }

    @Test("a photo sent from a product's page keeps the product")
    func photoAboutProduct() throws {
        let event = try only(
            Bodies.message(
                #""type":"image","image":{"id":"7"},"context":{"referred_product":{"product_retailer_id":"LAMP"}}"#
            )
        )
        #expect(event.content == .media(Media(kind: .image, mediaID: "7")))
        #expect(event.referral?.product == "LAMP")
    }
}
