/// Messages that break one rule, and the code of their refusal.
let refusalTable: [(String, Int)] = [
    (#""type":"text","text":{}"#, 131_008),
    (#""type":"text""#, 131_008),
    (#""type":"text","text":{"body":""}"#, 131_009),
    (#""type":"text","text":{"body":"   "}"#, 131_009),
    (#""type":"text","text":{"body":"x","preview_url":null}"#, 131_009),
    (#""type":"text","text":{"body":"x","colour":"red"}"#, 100),
    (#""type":"text","text":{"body":"x"},"image":{"id":"1"}"#, 100),
    (#""type":"poem","poem":{"body":"x"}"#, 100),
    (#""recipient_type":"crowd","type":"text","text":{"body":"x"}"#, 131_009),
    (#""type":"image","image":{"id":"1","link":"https://a.example/b"}"#, 131_009),
    (#""type":"image","image":{}"#, 131_009),
    (#""type":"image","image":{"link":"http://a.example/b"}"#, 131_053),
    (#""type":"image","image":{"link":"https://localhost/b"}"#, 131_053),
    (#""type":"audio","audio":{"link":"https://a.example/b","caption":"x"}"#, 100),
    (#""type":"location","location":{"latitude":"91","longitude":"1"}"#, 131_009),
    (#""type":"contacts","contacts":[{"name":{"formatted_name":"A"}}]"#, 131_008),
    (#""type":"reaction","reaction":{"message_id":"wamid.none","emoji":"👍"}"#, 131_009),
    (#""context":{"message_id":"wamid.none"},"type":"text","text":{"body":"x"}"#, 131_009),
    (replies(""), 131_009),
    (replies(reply("a", "A") + "," + reply("a", "B")), 131_009),
    (replies(reply("a", "A") + "," + reply("b", "A")), 131_009),
    (replies(reply("a", "")), 131_009),
    (replies(reply("a", #"A\nB"#)), 131_009),
    (replies(reply("a", "A"), more: #""header":{"type":"text","text":""},"#), 131_009),
    (list(section(row("a")) + "," + section(row("b"))), 131_008),
    (list(section(row("a") + "," + row("a"))), 131_009),
    (list(section("")), 131_009),
    (list(section(row("a")), more: #""header":{"type":"image","image":{"id":"1"}},"#), 131_009),
    (productCards(1), 131_009),
    (mediaCards(body: "x", kinds: ["image", "video"]), 131_009),
    (form(label: "Go 🚀"), 131_009),
    (
        form(label: "Go", action: #""flow_action":"data_exchange","flow_action_payload":{"screen":"A"}"#),
        131_009
    ),
    (
        form(label: "Go", action: #""flow_action":"navigate","flow_action_payload":{"screen":"A","data":{}}"#),
        131_009
    ),
    (form(label: "Go", action: #""flow_name":"also""#), 131_009),
    (interactive("hologram", "{}"), 131_009),
    (interactive("location_request_message", #"{"name":"send_me"}"#), 131_009),
    (interactive("product", #"{"catalog_id":"1","product_retailer_id":"P"}"#), 131_009),
    (
        interactive(
            "product",
            #"{"catalog_id":"600700800900","product_retailer_id":"P"}"#,
            more: #""header":{"type":"text","text":"H"},"#
        ), 131_009
    ),
    (interactive("product_list", #"{"catalog_id":"600700800900","sections":[\#(products(1))]}"#), 131_008),
]

/// Messages as the protocol page shows them.
let sampleTable: [String] = [
    #""recipient_type":"individual","biz_opaque_callback_data":"obx-000812","type":"text","text":{"preview_url":true,"body":"Yes, see https://shop.example/p/lamp"}"#,
    #""type":"document","document":{"id":"771000000000099","filename":"order-1007.pdf","caption":"Your invoice"}"#,
    #""type":"location","location":{"latitude":"52.5163","longitude":"13.3777","name":"Lamp House","address":"Unter den Linden 77, Berlin"}"#,
    #""type":"contacts","contacts":[{"name":{"formatted_name":"Lamp House Support","first_name":"Support"},"phones":[{"phone":"+493023125142","type":"WORK","wa_id":"493023125142"}]}]"#,
    replies(
        reply("checkout:yes", "Check out") + "," + reply("cart:edit", "Edit cart"),
        more: #""header":{"type":"text","text":"Your cart"},"footer":{"text":"Prices include VAT"},"#
    ),
    interactive(
        "catalog_message",
        #"{"name":"catalog_message","parameters":{"thumbnail_product_retailer_id":"LAMP-BRASS-01"}}"#
    ),
    interactive("location_request_message", #"{"name":"send_location"}"#),
    interactive("contact_request", #"{"name":"request_contact_info"}"#),
    interactive("request_contact_info", #"{"name":"request_contact_info"}"#),
    form(
        label: "Enter address",
        action: #""flow_action":"navigate","flow_action_payload":{"screen":"ADDRESS","data":{"country":"DE"}}"#
    ),
    mediaCards(body: "Study"),
]
