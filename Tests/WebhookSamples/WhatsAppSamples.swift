/// WhatsApp's items: two people, every type of message, every field.
enum WhatsAppSamples {
    private static func message(_ rest: String, phone: Bool = true) -> String {
        let from = phone ? #""from":"5511987654321","from_user_id":"BR.1""# : #""from_user_id":"BR.2""#
        return #"{\#(from),"id":"wamid.HBgN","timestamp":"1795248010",\#(rest)}"#
    }

    static let messages = [
        message(#""type":"text","text":{"body":"tem a azul? \ud83d\ude0a"}"#),
        message(#""type":"text","text":{"body":"this"},"context":{"from":"4930","id":"wamid.OUT"}"#, phone: false),
        message(
            #""type":"text","text":{"body":"?"},"context":{"referred_product":{"catalog_id":"6","product_retailer_id":"L"}}"#
        ),
        message(
            #""type":"text","text":{"body":"Hi"},"referral":{"source_type":"ad","source_id":"12","ctwa_clid":"AR"}"#
        ),
        message(#""type":"image","image":{"id":"77","mime_type":"image/jpeg","sha256":"q6","caption":"this one?"}"#),
        message(#""type":"audio","audio":{"id":"78","mime_type":"audio/ogg; codecs=opus","voice":true}"#),
        message(#""type":"document","document":{"id":"79","filename":"a.pdf"},"context":{"forwarded":true}"#),
        message(#""type":"sticker","sticker":{"id":"80","animated":false}"#, phone: false),
        message(#""type":"location","location":{"latitude":-23.55,"longitude":-46.63,"name":"Casa"}"#),
        message(
            #""type":"contacts","contacts":[{"name":{"formatted_name":"Ida"},"phones":[{"phone":"+55 11","wa_id":"5511"}]}]"#
        ),
        message(#""type":"reaction","reaction":{"message_id":"wamid.OUT","emoji":"\ud83d\udc4d"}"#),
        message(#""type":"button","button":{"payload":"p","text":"Again"},"context":{"id":"wamid.OUT"}"#),
        message(
            #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"s:x","title":"Express"}}"#
        ),
        message(
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","response_json":"{\"zip\":\"1\"}"}}"#
        ),
        message(
            #""type":"order","order":{"catalog_id":"6","product_items":[{"product_retailer_id":"L","quantity":2,"item_price":49.9,"currency":"EUR"}]}"#
        ),
        message(#""type":"system","system":{"type":"user_changed_number","wa_id":"5511987650000"}"#),
        message(#""type":"edit","edit":{"original_message_id":"w","message":{"type":"text","text":{"body":"L"}}}"#),
        message(#""type":"revoke","revoke":{"original_message_id":"w"}"#),
        message(#""type":"unsupported","errors":[{"code":131051,"title":"t"}]"#),
        message(#""type":"request_welcome""#),
    ]

    private static func change(_ field: String, _ rest: String) -> String {
        #"{"field":"\#(field)","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"4930","phone_number_id":"33"},\#(rest)}}"#
    }

    static let changes = [
        change(
            "messages",
            #""statuses":[{"id":"wamid.O","status":"delivered","timestamp":"1795248200","recipient_id":"5511987654321","biz_opaque_callback_data":"m:1:2:0","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]"#
        ),
        change(
            "messages",
            #""statuses":[{"id":"wamid.P","status":"failed","timestamp":"1795248200","errors":[{"code":131047,"error_data":{"details":"d"}}]},{"id":"wamid.Q","type":"payment","status":"captured","payment":{"reference_id":"SO-1"}}]"#
        ),
        change("messages", #""errors":[{"code":131000,"title":"t"}]"#),
        change("user_preferences", #""user_preferences":[{"wa_id":"5511","value":"stop","timestamp":1795248140}]"#),
        change("user_id_update", #""user_id_update":[{"user_id":{"previous":"BR.1","current":"BR.3"}}]"#),
        change(
            "smb_message_echoes",
            #""message_echoes":[{"from":"4930","to":"5511","id":"e","type":"text","text":{"body":"x"}}]"#
        ),
        change("calls", #""calls":[{"id":"wacid.1","from":"5511","event":"connect","timestamp":"1795248140"}]"#),
        change("history", #""history":[{"metadata":{"phase":0},"threads":[{"id":"5511","messages":[{"id":"h"}]}]}]"#),
        change("standby", #""standby":{"messages":[{"from":"5511","id":"s","type":"text","text":{"body":"x"}}]}"#),
        change("account_update", #""event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"R"}]"#),
        change("message_template_status_update", #""event":"PAUSED","message_template_id":1700000000000001"#),
        change("messaging_handovers", #""type":"control_passed","control_passed":{"new_owner_role":"escalation"}"#),
        change("brand_new", #""things":[{"a":1},{"b":2}]"#),
    ]
}
