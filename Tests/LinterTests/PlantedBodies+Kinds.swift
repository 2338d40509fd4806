import Messaging

/// Kinds of messages that are rarer, and rules that are no lengths.
extension PlantedBodies {
    /// A message that is right, and its like that breaks a rule.
    private static func rule(
        _ what: String,
        _ channel: ChannelKind,
        code: Int,
        within: String,
        beyond: String
    ) -> Pair {
        func planted(_ message: String) -> PlantedLimitTests.Planted {
            PlantedLimitTests.Planted(what: what, channel: channel, message: message, code: code)
        }
        return Pair(within: planted(within), beyond: planted(beyond))
    }

    // MARK: - WhatsApp

    static let kindsOfWhatsApp: [Pair] =
        bodies + lists + products + carousels + payments + [
            pair("header in words", .whatsapp, 60, code: 131_009) {
                interactive("button", header: $0, action: #""buttons":[\#(reply("a"))]"#)
            },
            pair("label of a form", .whatsapp, 20, code: 131_009) { form(label: signs($0)) },
            rule(
                "emoji on a form",
                .whatsapp,
                code: 131_009,
                within: form(label: "Address"),
                beyond: form(label: "Address \u{1F3E0}")
            ),
            pair("contact cards", .whatsapp, 257, code: 131_009) { count in
                let card = #"{"name":{"formatted_name":"Ana","first_name":"Ana"}}"#
                let all = Array(repeating: card, count: count).joined(separator: ",")
                return #""type":"contacts","contacts":[\#(all)]"#
            },
            rule(
                "two buttons of one title",
                .whatsapp,
                code: 131_009,
                within: interactive(
                    "button",
                    action: #""buttons":[\#(reply("a", title: "A")),\#(reply("b", title: "B"))]"#
                ),
                beyond: interactive(
                    "button",
                    action: #""buttons":[\#(reply("a", title: "A")),\#(reply("b", title: "A"))]"#
                )
            ),
            rule(
                "two buttons of one id",
                .whatsapp,
                code: 131_009,
                within: interactive(
                    "button",
                    action: #""buttons":[\#(reply("a", title: "A")),\#(reply("b", title: "B"))]"#
                ),
                beyond: interactive(
                    "button",
                    action: #""buttons":[\#(reply("a", title: "A")),\#(reply("a", title: "B"))]"#
                )
            ),
            rule(
                "a picture over http",
                .whatsapp,
                code: 131_053,
                within: #""type":"image","image":{"link":"https://shop.example/a.png"}"#,
                beyond: #""type":"image","image":{"link":"http://shop.example/a.png"}"#
            ),
        ]

    /// Words above what has a limit of its own.
    private static let bodies: [Pair] = [
        pair("body of a request for a place", .whatsapp, 1_024, code: 131_009) {
            interactive("location_request_message", body: $0, action: #""name":"send_location""#)
        },
        pair("body of a product", .whatsapp, 1_024, code: 131_009) {
            interactive("product", body: $0, action: product("a"))
        },
        pair("body of a product list", .whatsapp, 1_024, code: 131_009) { productList(body: $0) },
        pair("body of the catalogue", .whatsapp, 1_024, code: 131_009) {
            interactive("catalog_message", body: $0, action: #""name":"catalog_message""#)
        },
        pair("body of a form", .whatsapp, 1_024, code: 131_009) { form(label: "Open", body: $0) },
        pair("body of a carousel", .whatsapp, 1_024, code: 131_009) { carousel(body: $0) },
    ]

    private static let lists: [Pair] = [
        pair("sections of a list", .whatsapp, 10, code: 131_009) { sections($0, titled: true) },
        rule(
            "sections without titles",
            .whatsapp,
            code: 131_008,
            within: sections(1, titled: false),
            beyond: sections(2, titled: false)
        ),
        rule(
            "two rows of one id",
            .whatsapp,
            code: 131_009,
            within: rows("a", "b"),
            beyond: rows("a", "a")
        ),
        rule(
            "a picture above a list",
            .whatsapp,
            code: 131_009,
            within: interactive("list", header: 1, action: listAction),
            beyond: interactive(
                "list",
                action: listAction,
                more: #","header":{"type":"image","image":{"link":"https://shop.example/a.png"}}"#
            )
        ),
    ]

    private static let products: [Pair] = [
        pair("products of a list", .whatsapp, 30, code: 131_009) { productList(count: $0) },
        pair("sections of a product list", .whatsapp, 10, code: 131_009) { productList(sections: $0) },
        pair("title of a product section", .whatsapp, 24, code: 131_009) { productList(sections: 2, title: $0) },
        pair("id of a product", .whatsapp, 100, code: 131_009) {
            interactive("product", action: product(signs($0)))
        },
        rule(
            "a product list without a header",
            .whatsapp,
            code: 131_008,
            within: productList(),
            beyond: productList(hasHeader: false)
        ),
    ]

    private static let carousels: [Pair] = [
        pair("cards of a carousel", .whatsapp, 10, code: 131_009) { carousel(cards: $0) },
        rule(
            "a carousel of one card",
            .whatsapp,
            code: 131_009,
            within: carousel(cards: 2),
            beyond: carousel(cards: 1)
        ),
        pair("words on a card", .whatsapp, 160, code: 131_009) { carousel(card: signs($0)) },
        pair("line breaks on a card", .whatsapp, 2, code: 131_009) {
            carousel(card: Array(repeating: "x", count: $0 + 1).joined(separator: "\\n"))
        },
        pair("label of a card's link", .whatsapp, 20, code: 131_009) { carousel(label: $0) },
    ]

    private static let payments: [Pair] = [
        pair("name of a payment", .whatsapp, 35, code: 131_009) { payment(reference: $0) },
        pair("name of paid goods", .whatsapp, 60, code: 131_009) { payment(item: $0) },
        pair("words at the end of a payment", .whatsapp, 120, code: 131_009) { payment(lapse: $0) },
        rule("a sum that isn't one", .whatsapp, code: 131_009, within: payment(), beyond: payment(total: 101)),
    ]

    private static func interactive(
        _ type: String,
        header: Int = 0,
        body: Int = 1,
        action: String,
        more: String = ""
    ) -> String {
        let head = header > 0 ? #""header":{"type":"text","text":"\#(signs(header))"},"# : ""
        return
            #""type":"interactive","interactive":{"type":"\#(type)",\#(head)"body":{"text":"\#(signs(body))"},"action":{\#(action)}\#(more)}"#
    }

    private static func reply(_ id: String, title: String = "A") -> String {
        #"{"type":"reply","reply":{"id":"\#(id)","title":"\#(title)"}}"#
    }

    private static func form(label: String, body: Int = 1) -> String {
        interactive(
            "flow",
            body: body,
            action:
                #""name":"flow","parameters":{"flow_message_version":"3","flow_id":"1","flow_token":"t","flow_cta":"\#(label)"}"#
        )
    }

    private static let listAction = #""button":"x","sections":[{"rows":[{"id":"a","title":"A"}]}]"#

    private static func rows(_ ids: String...) -> String {
        let all = ids.enumerated().map { #"{"id":"\#($1)","title":"Row \#($0)"}"# }.joined(separator: ",")
        return interactive("list", action: #""button":"x","sections":[{"rows":[\#(all)]}]"#)
    }

    /// With one row each; the eleventh has more rows than a list holds as well.
    private static func sections(_ count: Int, titled: Bool) -> String {
        let all = (0..<count).map { index in
            let title = titled ? #""title":"Section \#(index)","# : ""
            return #"{\#(title)"rows":[{"id":"\#(index)","title":"Row \#(index)"}]}"#
        }
        return interactive("list", action: #""button":"x","sections":[\#(all.joined(separator: ","))]"#)
    }

    private static let catalogue = #""catalog_id":"600700800900""#

    private static func product(_ id: String) -> String { #"\#(catalogue),"product_retailer_id":"\#(id)""# }

    private static func productList(
        body: Int = 1,
        sections: Int = 1,
        count: Int = 1,
        title: Int = 2,
        hasHeader: Bool = true
    ) -> String {
        let all = (0..<sections).map { section in
            let items = (0..<count).map { #"{"product_retailer_id":"P\#(section)-\#($0)"}"# }.joined(separator: ",")
            return #"{"title":"\#(named(section, title))","product_items":[\#(items)]}"#
        }
        return interactive(
            "product_list",
            header: hasHeader ? 1 : 0,
            body: body,
            action: #"\#(catalogue),"sections":[\#(all.joined(separator: ","))]"#
        )
    }

    private static func carousel(body: Int = 1, cards: Int = 2, card words: String = "x", label: Int = 1) -> String {
        let all = (0..<cards).map { index in
            #"{"card_index":\#(index),"type":"cta_url","header":{"type":"image","image":{"link":"https://shop.example/a.png"}},"body":{"text":"\#(words)"},"action":{"name":"cta_url","parameters":{"display_text":"\#(signs(label))","url":"https://shop.example/a"}}}"#
        }
        return interactive("carousel", body: body, action: #""cards":[\#(all.joined(separator: ","))]"#)
    }

    private static func payment(reference: Int = 5, item: Int = 1, lapse: Int = 1, total: Int = 100) -> String {
        let amount = #"{"value":100,"offset":100}"#
        let goods = #"{"retailer_id":"a","name":"\#(signs(item))","amount":\#(amount),"quantity":1}"#
        let order =
            #"{"status":"pending","items":[\#(goods)],"subtotal":\#(amount),"tax":{"value":0,"offset":100},"expiration":{"timestamp":"1799999999","description":"\#(signs(lapse))"}}"#
        return interactive(
            "order_details",
            action:
                #""name":"review_and_pay","parameters":{"reference_id":"\#(signs(reference))","type":"physical-goods","payment_type":"br","payment_settings":[{"type":"payment_link","payment_link":{"uri":"https://pay.example/1"}}],"currency":"BRL","total_amount":{"value":\#(total),"offset":100},"order":\#(order)}"#
        )
    }

    // MARK: - Messenger and Instagram

    static let kindsOfMeta: [Pair] =
        [ChannelKind.messenger, .instagram].flatMap(kinds) + [
            pair("title of a coupon", .messenger, 80, code: 100) {
                template(#""template_type":"coupon","coupon_code":"A1","title":"\#(signs($0))""#)
            },
            pair("buttons under a film of Facebook's", .messenger, 3, code: 100) {
                template(
                    #""template_type":"media","elements":[{"media_type":"video","url":"https://www.facebook.com/v/1","buttons":[\#(postbacks($0))]}]"#
                )
            },
            rule(
                "a receipt on Instagram",
                .instagram,
                code: 100,
                within: #"{"text":"Total R$ 1.00"}"#,
                beyond: template(
                    #""template_type":"receipt","recipient_name":"Ana","order_number":"1","currency":"BRL","payment_method":"Pix","elements":[],"summary":{"total_cost":1.00}"#
                )
            ),
        ]

    private static func kinds(_ channel: ChannelKind) -> [Pair] {
        [
            pair("pictures of one message", channel, 10, code: 100) { count in
                let picture = #"{"type":"image","payload":{"url":"https://shop.example/a.png"}}"#
                let all = Array(repeating: picture, count: count).joined(separator: ",")
                return #"{"attachments":[\#(all)]}"#
            },
            pair("products of a template", channel, 10, code: 100) { count in
                let all = (0..<count).map { #"{"id":"\#($0 + 1)"}"# }.joined(separator: ",")
                return template(#""template_type":"product","elements":[\#(all)]"#)
            },
            pair("title of a link", channel, 20, code: 100) {
                let link = #"{"type":"web_url","title":"\#(signs($0))","url":"https://shop.example/a"}"#
                return template(#""template_type":"button","text":"x","buttons":[\#(link)]"#)
            },
            rule(
                "a card with nothing but a title",
                channel,
                code: 100,
                within: template(#""template_type":"generic","elements":[{"title":"x","subtitle":"y"}]"#),
                beyond: template(#""template_type":"generic","elements":[{"title":"x"}]"#)
            ),
            rule(
                "words and an attachment in one message",
                channel,
                code: 100,
                within: #"{"text":"x"}"#,
                beyond:
                    #"{"text":"x","attachment":{"type":"image","payload":{"url":"https://shop.example/a.png"}}}"#
            ),
        ]
    }
}
