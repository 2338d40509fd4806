import Messaging

/// The rows of what people say: each item of `messages[]`.
/// - Source: WhatsApp Cloud API, webhooks reference, messages.
enum WhatsAppSaidRows {
    /// A row of one message: what stands in it besides its head, and what its line says from the kind on.
    static func said(_ name: String, _ json: String, _ line: String) -> PayloadRow {
        PayloadRow(
            name,
            .whatsapp,
            body: String(decoding: Bodies.message(json), as: UTF8.self),
            lines: [head + line]
        )
    }

    private static let head =
        #""account":"330044005500661","address":"DE.771209348812","id":"wamid.T1","at":"2026-11-21T08:00:10.000Z","kind":"#

    static let all = words + files + choices + news

    private static let words = [
        said(
            "text",
            #""from_user_id":"DE.771209348812","type":"text","text":{"body":"size M, please"}"#,
            #""text","text":"size M, please","phone":"491713920044"}"#
        ),
        said(
            "reply",
            #""type":"text","text":{"body":"this"},"context":{"from":"493023125142","id":"wamid.OUT9"}"#,
            #""text","text":"this","phone":"491713920044","replyTo":"wamid.OUT9"}"#
        ),
        said(
            "forwarded",
            #""type":"text","text":{"body":"see"},"context":{"forwarded":true}"#,
            #""text","text":"see","phone":"491713920044","forwarded":true}"#
        ),
        said(
            "forwarded often",
            #""type":"video","video":{"id":"78"},"context":{"frequently_forwarded":true}"#,
            #""media","media":"video","mediaID":"78","phone":"491713920044","forwarded":true}"#
        ),
        said(
            "in a group",
            #""type":"text","text":{"body":"hi all"},"group_id":"Y2FwaV9ncm91cDo5""#,
            #""text","text":"hi all","phone":"491713920044","group":"Y2FwaV9ncm91cDo5"}"#
        ),
        said(
            "from a product's page",
            #""type":"text","text":{"body":"Dimmable?"},"context":{"from":"493023125142","id":"wamid.OUT12","referred_product":{"catalog_id":"6007","product_retailer_id":"LAMP-01"}}"#,
            #""productQuestion","sku":"LAMP-01","text":"Dimmable?","phone":"491713920044","replyTo":"wamid.OUT12"}"#
        ),
        said(
            "from an ad",
            #""type":"text","text":{"body":"Hi"},"referral":{"source_url":"https://fb.example/ad9","source_id":"1202","source_type":"ad","headline":"Lamps","body":"Offer","media_type":"image","image_url":"https://cdn.example/9.jpg","ctwa_clid":"ARAkLk","ref":"autumn","welcome_message":{"text":"Hello!"}}"#,
            #""text","text":"Hi","phone":"491713920044","referral":{"source":"ad","ad":"1202","click":"ARAkLk","ref":"autumn"}}"#
        ),
        said(
            "from a post, with a picture",
            #""type":"image","image":{"id":"77"},"referral":{"source_type":"post","source_id":"9","source_url":"https://fb.example/p9"}"#,
            #""media","media":"image","mediaID":"77","phone":"491713920044","referral":{"source":"post","post":"9"}}"#
        ),
        said(
            "location",
            #""type":"location","location":{"latitude":52.5163,"longitude":13.3777,"name":"Corner store","address":"Linden 77, Berlin"}"#,
            #""location","latitude":52.5163,"longitude":13.3777,"name":"Corner store","address":"Linden 77, Berlin","phone":"491713920044"}"#
        ),
        said(
            "contacts",
            #""type":"contacts","contacts":[{"origin":"other","name":{"formatted_name":"Ida K","first_name":"Ida"},"phones":[{"phone":"+49 171 39","wa_id":"4917139","type":"CELL"}]},{"name":{"first_name":"Bo","last_name":"Li"},"phones":[{"wa_id":"4917140"}]}]"#,
            #""contact","contacts":[{"name":"Ida K","phones":["+49 171 39"]},{"name":"Bo Li","phones":["4917140"]}],"phone":"491713920044"}"#
        ),
        said(
            "reaction",
            #""type":"reaction","reaction":{"message_id":"wamid.OUT7","emoji":"\ud83d\udc4d"}"#,
            #""reaction","emoji":"👍","to":"wamid.OUT7","phone":"491713920044"}"#
        ),
        said(
            "reaction taken back",
            #""type":"reaction","reaction":{"message_id":"wamid.OUT7","emoji":""}"#,
            #""reaction","emoji":null,"to":"wamid.OUT7","phone":"491713920044"}"#
        ),
    ]

    private static let files = [
        said(
            "image",
            #""type":"image","image":{"id":"771","mime_type":"image/jpeg","sha256":"q6s7","caption":"this one?","url":"https://m.example/1"}"#,
            #""media","media":"image","mediaID":"771","url":"https://m.example/1","mimeType":"image/jpeg","caption":"this one?","phone":"491713920044"}"#
        ),
        said(
            "video",
            #""type":"video","video":{"id":772,"mime_type":"video/mp4","caption":"look"}"#,
            #""media","media":"video","mediaID":"772","mimeType":"video/mp4","caption":"look","phone":"491713920044"}"#
        ),
        said(
            "audio",
            #""type":"audio","audio":{"id":"773","mime_type":"audio/mpeg","voice":false}"#,
            #""media","media":"audio","mediaID":"773","mimeType":"audio/mpeg","phone":"491713920044"}"#
        ),
        said(
            "voice note",
            #""type":"audio","audio":{"id":"774","mime_type":"audio/ogg; codecs=opus","voice":true}"#,
            #""media","media":"voice","mediaID":"774","mimeType":"audio/ogg; codecs=opus","phone":"491713920044"}"#
        ),
        said(
            "voice, as older versions say it",
            #""type":"voice","voice":{"id":"775","mime_type":"audio/ogg"}"#,
            #""media","media":"voice","mediaID":"775","mimeType":"audio/ogg","phone":"491713920044"}"#
        ),
        said(
            "document",
            #""type":"document","document":{"id":"776","mime_type":"application/pdf","filename":"invoice-88.pdf","caption":"receipt"}"#,
            #""media","media":"document","mediaID":"776","mimeType":"application/pdf","caption":"receipt","fileName":"invoice-88.pdf","phone":"491713920044"}"#
        ),
        said(
            "sticker",
            #""type":"sticker","sticker":{"id":"777","mime_type":"image/webp","animated":true}"#,
            #""sticker","mediaID":"777","phone":"491713920044"}"#
        ),
    ]

    private static let choices = [
        said(
            "template button",
            #""type":"button","context":{"from":"493023125142","id":"wamid.OUT8"},"button":{"payload":"reorder:7","text":"Order again"}"#,
            #""tap","payload":"reorder:7","label":"Order again","phone":"491713920044","replyTo":"wamid.OUT8"}"#
        ),
        said(
            "reply button",
            #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"c:yes","title":"Check out"}}"#,
            #""tap","payload":"c:yes","label":"Check out","phone":"491713920044"}"#
        ),
        said(
            "list row",
            #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"s:x","title":"Express","description":"1 day"}}"#,
            #""tap","payload":"s:x","label":"Express","phone":"491713920044"}"#
        ),
        said(
            "call permission",
            #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","response_source":"user_action"}}"#,
            #""tap","payload":"accept","phone":"491713920044"}"#
        ),
        said(
            "way of payment",
            #""type":"interactive","interactive":{"type":"payment_method","payment_method":{"payment_method":"pix","reference_id":"SO-7-a"}}"#,
            #""tap","payload":"SO-7-a","label":"pix","phone":"491713920044"}"#
        ),
        said(
            "flow",
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"cart-42\",\"zip\":\"10117\",\"gift\":true}"}}"#,
            #""form","name":"flow","fields":{"flow_token":"cart-42","gift":"true","zip":"10117"},"phone":"491713920044"}"#
        ),
        said(
            "address",
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"address_message","response_json":"{\"saved_address_id\":\"a1\",\"values\":{\"city\":\"Pune\",\"in_pin_code\":\"411001\"}}"}}"#,
            #""form","name":"address_message","fields":{"city":"Pune","in_pin_code":"411001","saved_address_id":"a1"},"phone":"491713920044"}"#
        ),
        said(
            "cart",
            #""type":"order","order":{"catalog_id":"6007","text":"ring twice","product_items":[{"product_retailer_id":"LAMP-01","quantity":2,"item_price":49.90,"currency":"EUR"},{"product_retailer_id":12,"quantity":"1","item_price":12}]}"#,
            #""cart","items":[{"sku":"LAMP-01","quantity":2,"price":"49.90","currency":"EUR"},{"sku":"12","quantity":1,"price":"12"}],"note":"ring twice","phone":"491713920044"}"#
        ),
        said("empty chat opened", #""type":"request_welcome""#, #""tap","phone":"491713920044"}"#),
    ]

    private static let news = [
        said(
            "new number",
            #""type":"system","system":{"type":"user_changed_number","body":"Mara changed","wa_id":"491713920099","user_id":"DE.88"}"#,
            #""identityChange","from":"491713920044","to":"491713920099","phone":"491713920044"}"#
        ),
        said(
            "new number, older",
            #""type":"system","system":{"type":"customer_changed_number","body":"Mara changed","new_wa_id":"491713920099"}"#,
            #""identityChange","from":"491713920044","to":"491713920099","phone":"491713920044"}"#
        ),
        said(
            "new id",
            #""from_user_id":"DE.771209348812","type":"system","system":{"type":"user_changed_user_id","user_id":"DE.88"}"#,
            #""identityChange","from":"DE.771209348812","to":"DE.88","phone":"491713920044"}"#
        ),
        said(
            "new phone",
            #""type":"system","system":{"type":"customer_identity_changed"},"identity":{"acknowledged":true,"created_timestamp":1795248000,"hash":"h"}"#,
            #""identityChange","from":"491713920044","phone":"491713920044"}"#
        ),
        said(
            "edit",
            #""type":"edit","edit":{"original_message_id":"wamid.A","message":{"type":"text","text":{"body":"size L"}}}"#,
            #""edit","of":"wamid.A","text":"size L","phone":"491713920044"}"#
        ),
        said(
            "deletion",
            #""type":"revoke","revoke":{"original_message_id":"wamid.A"}"#,
            #""deletion","of":"wamid.A","phone":"491713920044"}"#
        ),
        said(
            "unsupported",
            #""type":"unsupported","errors":[{"code":131051,"title":"Unknown","error_data":{"details":"d"}}],"unsupported":{"type":"poll_creation"}"#,
            #""unknown","type":"unsupported","phone":"491713920044"}"#
        ),
        said(
            "interactive without its object",
            #""type":"interactive","errors":[{"code":131000}]"#,
            #""unknown","type":"interactive","phone":"491713920044"}"#
        ),
        said(
            "history's placeholder",
            #""type":"media_placeholder""#,
            #""unknown","type":"media_placeholder","phone":"491713920044"}"#
        ),
        said("pin", #""type":"pin","pin":{"message_id":"w"}"#, #""unknown","type":"pin","phone":"491713920044"}"#),
        said("ephemeral", #""type":"ephemeral""#, #""unknown","type":"ephemeral","phone":"491713920044"}"#),
    ]
}
