import Messaging
import Testing

/// For each limit of the protocol pages a message at it and one beyond it.
enum PlantedBodies {
    struct Pair: Sendable, CustomTestStringConvertible {
        let within: PlantedLimitTests.Planted
        let beyond: PlantedLimitTests.Planted

        var testDescription: String { beyond.testDescription }
    }

    static let all = whatsapp + kindsOfWhatsApp + messenger + instagram + kindsOfMeta

    static func signs(_ count: Int) -> String { String(repeating: "x", count: count) }

    /// A message with so much of something, and one with one more.
    static func pair(
        _ what: String,
        _ channel: ChannelKind,
        _ limit: Int,
        code: Int,
        _ message: (Int) -> String
    ) -> Pair {
        func planted(_ count: Int) -> PlantedLimitTests.Planted {
            PlantedLimitTests.Planted(what: what, channel: channel, message: message(count), code: code)
        }
        return Pair(within: planted(limit), beyond: planted(limit + 1))
    }

    // MARK: - WhatsApp

    private static let whatsapp: [Pair] = [
        pair("body of a text", .whatsapp, 4_096, code: 131_009) { #""type":"text","text":{"body":"\#(signs($0))"}"# },
        pair("caption of a picture", .whatsapp, 1_024, code: 131_009) {
            #""type":"image","image":{"link":"https://shop.example/a.png","caption":"\#(signs($0))"}"#
        },
        pair("body above buttons", .whatsapp, 1_024, code: 131_009) { buttons(body: $0) },
        pair("number of buttons", .whatsapp, 3, code: 131_009) { buttons(count: $0) },
        pair("title of a button", .whatsapp, 20, code: 131_009) { buttons(title: $0) },
        pair("id of a button", .whatsapp, 256, code: 131_009) { buttons(id: $0) },
        pair("footer", .whatsapp, 60, code: 131_009) { buttons(footer: $0) },
        pair("body above a list", .whatsapp, 4_096, code: 131_009) { list(body: $0) },
        pair("rows of a list", .whatsapp, 10, code: 131_009) { list(rows: $0) },
        pair("title of a row", .whatsapp, 24, code: 131_009) { list(title: $0) },
        pair("detail of a row", .whatsapp, 72, code: 131_009) { list(detail: $0) },
        pair("id of a row", .whatsapp, 200, code: 131_009) { list(id: $0) },
        pair("label of a list", .whatsapp, 20, code: 131_009) { list(label: $0) },
        pair("title of a section", .whatsapp, 24, code: 131_009) { list(section: $0) },
        pair("label of a link", .whatsapp, 20, code: 131_009) { link(label: $0) },
        pair("body above a link", .whatsapp, 1_024, code: 131_009) { link(body: $0) },
        pair("callback data", .whatsapp, 512, code: 131_009) {
            #""type":"text","text":{"body":"x"},"biz_opaque_callback_data":"\#(signs($0))""#
        },
    ]

    private static func buttons(body: Int = 1, count: Int = 1, title: Int = 2, id: Int = 2, footer: Int = 1) -> String {
        let all = (0..<count).map { index in
            #"{"type":"reply","reply":{"id":"\#(index)\#(signs(id - 1))","title":"\#(index)\#(signs(title - 1))"}}"#
        }
        return
            #""type":"interactive","interactive":{"type":"button","body":{"text":"\#(signs(body))"},"footer":{"text":"\#(signs(footer))"},"action":{"buttons":[\#(all.joined(separator: ","))]}}"#
    }

    private static func list(
        body: Int = 1,
        rows: Int = 1,
        title: Int = 2,
        detail: Int = 1,
        id: Int = 2,
        label: Int = 1,
        section: Int = 1
    ) -> String {
        let all = (0..<rows).map { index in
            let sign = String(UnicodeScalar(UInt8(97 + index)))
            return
                #"{"id":"\#(sign)\#(signs(id - 1))","title":"\#(sign)\#(signs(title - 1))","description":"\#(signs(detail))"}"#
        }
        return
            #""type":"interactive","interactive":{"type":"list","body":{"text":"\#(signs(body))"},"action":{"button":"\#(signs(label))","sections":[{"title":"\#(signs(section))","rows":[\#(all.joined(separator: ","))]}]}}"#
    }

    private static func link(label: Int = 1, body: Int = 1) -> String {
        #""type":"interactive","interactive":{"type":"cta_url","body":{"text":"\#(signs(body))"},"action":{"name":"cta_url","parameters":{"display_text":"\#(signs(label))","url":"https://shop.example/a"}}}"#
    }

    // MARK: - Messenger and Instagram

    private static let messenger =
        [pair("text", .messenger, 2_000, code: 100) { #"{"text":"\#(signs($0))"}"# }]
        + meta(on: .messenger) + [
            pair("title of a quick reply", .messenger, 20, code: 100) { replies(title: $0) },
            pair("metadata", .messenger, 999, code: 100) { #"{"text":"x","metadata":"\#(signs($0))"}"# },
            pair("rows of a receipt", .messenger, 100, code: 100) { receipt(rows: $0) },
        ]

    private static let instagram =
        [
            pair("bytes of a text", .instagram, 1_000, code: 100) { #"{"text":"\#(signs($0))"}"# },
            pair("bytes of a text with umlauts", .instagram, 500, code: 100) {
                #"{"text":"\#(String(repeating: "ü", count: $0))"}"#
            },
        ] + meta(on: .instagram)

    private static func meta(on channel: ChannelKind) -> [Pair] {
        [
            pair("quick replies", channel, 13, code: 100) { replies(count: $0) },
            pair("payload of a quick reply", channel, 1_000, code: 100) { replies(payload: $0) },
            pair("cards", channel, 10, code: 100) { cards(count: $0) },
            pair("title of a card", channel, 80, code: 100) { cards(title: $0) },
            pair("subtitle of a card", channel, 80, code: 100) { cards(subtitle: $0) },
            pair("buttons of a card", channel, 3, code: 100) { cards(buttons: $0) },
            pair("title of a button", channel, 20, code: 100) { buttonTemplate(title: $0) },
            pair("payload of a button", channel, 1_000, code: 100) { buttonTemplate(payload: $0) },
            pair("text above buttons", channel, 640, code: 100) { buttonTemplate(text: $0) },
            pair("buttons under a text", channel, 3, code: 100) { buttonTemplate(count: $0) },
        ]
    }

    /// What Instagram takes although it shows 20 signs of a title only.
    static let longTitle = PlantedLimitTests.Planted(
        what: "title of a quick reply",
        channel: .instagram,
        message: replies(title: 21),
        code: 0
    )

    private static func replies(count: Int = 1, title: Int = 3, payload: Int = 3) -> String {
        let all = (0..<count).map { index in
            #"{"content_type":"text","title":"\#(named(index, title))","payload":"\#(named(index, payload))"}"#
        }
        return #"{"text":"x","quick_replies":[\#(all.joined(separator: ","))]}"#
    }

    static func named(_ index: Int, _ length: Int) -> String {
        String(UnicodeScalar(UInt8(97 + index))) + signs(length - 1)
    }

    static func postbacks(_ count: Int, title: Int = 2, payload: Int = 2) -> String {
        (0..<count).map { index in
            #"{"type":"postback","title":"\#(named(index, title))","payload":"\#(named(index, payload))"}"#
        }.joined(separator: ",")
    }

    private static func cards(count: Int = 1, title: Int = 1, subtitle: Int = 1, buttons: Int = 1) -> String {
        let card =
            #"{"title":"\#(signs(title))","subtitle":"\#(signs(subtitle))","buttons":[\#(postbacks(buttons))]}"#
        let all = Array(repeating: card, count: count).joined(separator: ",")
        return template(#""template_type":"generic","elements":[\#(all)]"#)
    }

    private static func buttonTemplate(text: Int = 1, count: Int = 1, title: Int = 2, payload: Int = 2) -> String {
        template(
            #""template_type":"button","text":"\#(signs(text))","buttons":[\#(postbacks(count, title: title, payload: payload))]"#
        )
    }

    private static func receipt(rows: Int) -> String {
        let row = #"{"title":"x","quantity":1,"price":1.00,"currency":"BRL"}"#
        let all = Array(repeating: row, count: rows).joined(separator: ",")
        return template(
            #""template_type":"receipt","recipient_name":"Ana","order_number":"1","currency":"BRL","payment_method":"Pix","timestamp":"1794990030","elements":[\#(all)],"summary":{"total_cost":1.00}"#
        )
    }

    static func template(_ payload: String) -> String {
        #"{"attachment":{"type":"template","payload":{\#(payload)}}}"#
    }
}
