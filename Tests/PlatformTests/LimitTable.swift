import Testing

/// One documented limit: a message whose element is `n` long or many, and where it ends.
struct LimitRow: Sendable, CustomTestStringConvertible {
    var name: String
    var most: Int
    var message: @Sendable (Int) -> String

    var testDescription: String { "\(name) \(most)" }

    init(_ name: String, _ most: Int, _ message: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.most = most
        self.message = message
    }
}

func letters(_ count: Int) -> String { String(repeating: "x", count: count) }

func many(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined(separator: ",") }

func interactive(_ type: String, _ action: String, body: String = "Hi", more: String = "") -> String {
    #""type":"interactive","interactive":{"type":"\#(type)","body":{"text":"\#(body)"},\#(more)"action":\#(action)}"#
}

func replies(_ buttons: String, body: String = "Hi", more: String = "") -> String {
    interactive("button", #"{"buttons":[\#(buttons)]}"#, body: body, more: more)
}

func reply(_ id: String, _ title: String) -> String {
    #"{"type":"reply","reply":{"id":"\#(id)","title":"\#(title)"}}"#
}

func list(_ sections: String, label: String = "Open", body: String = "Hi", more: String = "") -> String {
    interactive("list", #"{"button":"\#(label)","sections":[\#(sections)]}"#, body: body, more: more)
}

func section(_ rows: String, title: String? = nil) -> String {
    #"{\#(title.map { #""title":"\#($0)","# } ?? "")"rows":[\#(rows)]}"#
}

func row(_ id: String, _ title: String = "Row", detail: String? = nil) -> String {
    #"{"id":"\#(id)","title":"\#(title)"\#(detail.map { #","description":"\#($0)""# } ?? "")}"#
}

func productList(_ sections: String) -> String {
    interactive(
        "product_list",
        #"{"catalog_id":"600700800900","sections":[\#(sections)]}"#,
        more: #""header":{"type":"text","text":"H"},"#
    )
}

func products(_ count: Int, title: String = "S", from first: Int = 0) -> String {
    let items = many(count) { #"{"product_retailer_id":"P\#($0 + first)"}"# }
    return #"{"title":"\#(title)","product_items":[\#(items)]}"#
}

func productCards(_ count: Int) -> String {
    let cards = many(count) {
        #"{"card_index":\#($0),"type":"product","action":{"catalog_id":"600700800900","product_retailer_id":"P\#($0)"}}"#
    }
    return interactive("carousel", #"{"cards":[\#(cards)]}"#)
}

func mediaCards(body: String, kinds: [String] = ["image", "image"]) -> String {
    let cards = many(kinds.count) {
        #"{"card_index":\#($0),"type":"cta_url","header":{"type":"\#(kinds[$0])","\#(kinds[$0])":{"link":"https://c.example/1"}},"#
            + #""body":{"text":"\#(body)"},"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://s.example"}}}"#
    }
    return interactive("carousel", #"{"cards":[\#(cards)]}"#)
}

func link(label: String = "Track", body: String = "Hi", more: String = "") -> String {
    interactive(
        "cta_url",
        #"{"name":"cta_url","parameters":{"display_text":"\#(label)","url":"https://shop.example/t/1"}}"#,
        body: body,
        more: more
    )
}

func form(label: String, action: String = #""flow_action":"data_exchange""#) -> String {
    interactive(
        "flow",
        #"{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"9","flow_token":"t","flow_cta":"\#(label)",\#(action)}}"#
    )
}

func media(_ kind: String, _ more: String = "") -> String {
    #""type":"\#(kind)","\#(kind)":{"link":"https://cdn.example/a"\#(more)}"#
}

func contactCards(_ count: Int) -> String {
    #""type":"contacts","contacts":["# + many(count) { _ in #"{"name":{"formatted_name":"A B","first_name":"A"}}"# }
        + "]"
}

/// Every limit of the page's table that a single message can reach.
let limitTable: [LimitRow] = [
    LimitRow("text body", 4096) { #""type":"text","text":{"body":"\#(letters($0))"}"# },
    LimitRow("image caption", 1024) { media("image", #","caption":"\#(letters($0))""#) },
    LimitRow("video caption", 1024) { media("video", #","caption":"\#(letters($0))""#) },
    LimitRow("document caption", 1024) { media("document", #","caption":"\#(letters($0))""#) },
    LimitRow("button body", 1024) { replies(reply("a", "A"), body: letters($0)) },
    LimitRow("list body", 4096) { list(section(row("a")), body: letters($0)) },
    LimitRow("link body", 1024) { link(body: letters($0)) },
    LimitRow("header text", 60) {
        replies(reply("a", "A"), more: #""header":{"type":"text","text":"\#(letters($0))"},"#)
    },
    LimitRow("footer text", 60) { replies(reply("a", "A"), more: #""footer":{"text":"\#(letters($0))"},"#) },
    LimitRow("reply buttons", 3) { replies(many($0) { reply("id\($0)", "T\($0)") }) },
    LimitRow("button title", 20) { replies(reply("a", letters($0))) },
    LimitRow("button id", 256) { replies(reply(letters($0), "A")) },
    LimitRow("link label", 20) { link(label: letters($0)) },
    LimitRow("list label", 20) { list(section(row("a")), label: letters($0)) },
    LimitRow("list sections", 10) { list(many($0) { section(row("r\($0)"), title: "S\($0)") }) },
    LimitRow("list rows in one section", 10) { list(section(many($0) { row("r\($0)") })) },
    LimitRow("list rows over two sections", 10) { count in
        list(
            section(many(5) { row("a\($0)") }, title: "A") + ","
                + section(many(count - 5) { row("b\($0)") }, title: "B")
        )
    },
    LimitRow("section title", 24) { list(section(row("a"), title: letters($0))) },
    LimitRow("row id", 200) { list(section(row(letters($0)))) },
    LimitRow("row title", 24) { list(section(row("a", letters($0)))) },
    LimitRow("row detail", 72) { list(section(row("a", detail: letters($0)))) },
    LimitRow("listed products", 30) { productList(products($0)) },
    LimitRow("listed products over two sections", 30) {
        productList(products(15, title: "A") + "," + products($0 - 15, title: "B", from: 15))
    },
    LimitRow("product sections", 10) { productList(many($0) { products(1, title: "S\($0)", from: $0) }) },
    LimitRow("carousel cards", 10) { productCards($0) },
    LimitRow("card body", 160) { mediaCards(body: letters($0)) },
    LimitRow("line breaks on a card", 2) { mediaCards(body: "a" + String(repeating: #"\na"#, count: $0)) },
    LimitRow("form label", 20) { form(label: letters($0)) },
    LimitRow("contact cards", 257) { contactCards($0) },
    LimitRow("callback data", 512) {
        #""biz_opaque_callback_data":"\#(letters($0))","type":"text","text":{"body":"x"}"#
    },
]
