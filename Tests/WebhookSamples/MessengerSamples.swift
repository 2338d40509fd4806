/// Messenger's items: a person with a page, every kind of message and news.
enum MessengerSamples {
    private static func item(_ rest: String) -> String {
        #"{"sender":{"id":"7001"},"recipient":{"id":"100"},"timestamp":1795248010123,\#(rest)}"#
    }

    private static func message(_ rest: String) -> String { item(#""message":{"mid":"m_1",\#(rest)}"#) }

    static let messaging = [
        message(#""text":"is it blue?""#),
        message(#""text":"this","reply_to":{"mid":"m_0"}"#),
        message(#""text":"Yes","quick_reply":{"payload":"v1:yes"}"#),
        message(#""attachments":[{"type":"image","payload":{"url":"https://cdn.example/1.jpg"}}]"#),
        message(
            #""text":"two","attachments":[{"type":"video","payload":{"url":"https://cdn.example/2"}},{"type":"file","payload":{"url":"https://cdn.example/3"}}]"#
        ),
        message(#""attachments":[{"type":"image","payload":{"url":"u","sticker_id":369239263222822}}],"sticker_id":1"#),
        message(#""attachments":[{"type":"location","payload":{"coordinates":{"lat":1.5,"long":2.5}}}]"#),
        message(#""attachments":[{"type":"fallback","title":"a link","url":"https://shop.example/p/1"}]"#),
        message(
            #""attachments":[{"type":"template","payload":{"product":{"elements":[{"id":"9","retailer_id":"L","title":"Lamp"}]}}}]"#
        ),
        message(#""text":"hello","is_echo":true,"app_id":55,"metadata":"m:1:2:0""#),
        message(#""text":"?","referral":{"product":{"id":"9"}}"#),
        item(
            #""postback":{"mid":"m_2","title":"Menu","payload":"v1:menu","referral":{"ref":"r","source":"SHORTLINK"}}"#
        ),
        item(#""referral":{"ref":"r","source":"ADS","type":"OPEN_THREAD","ad_id":"66"}"#),
        item(#""optin":{"type":"notification_messages","payload":"p","notification_messages_token":"t"}"#),
        item(#""delivery":{"mids":["m_3","m_4"],"watermark":1795248010000}"#),
        item(#""read":{"watermark":1795248010000}"#),
        item(#""reaction":{"mid":"m_3","action":"react","emoji":"\u2764","reaction":"love"}"#),
        item(#""message_edit":{"mid":"m_1","text":"two","num_edit":1}"#),
        item(#""account_linking":{"status":"linked","authorization_code":"c"}"#),
        item(#""pass_thread_control":{"new_owner_app_id":"1","metadata":"m"}"#),
        item(
            #""messaging_feedback":{"feedback_screens":[{"screen_id":0,"questions":{"q":{"type":"csat","payload":"4"}}}]}"#
        ),
        item(#""policy_enforcement":{"action":"block","reason":"r"}"#),
    ]

    static let changes = [
        #"{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"100_5","post_id":"100_4","from":{"id":"7001","name":"Mara"},"message":"price?","created_time":1795248010}}"#,
        #"{"field":"feed","value":{"item":"reaction","verb":"add","post_id":"100_4","reaction_type":"like"}}"#,
        #"{"field":"leadgen","value":{"leadgen_id":"1","form_id":"2"}}"#,
        #"{"field":"inbox_labels","value":{"label":{"id":"1"},"action":"add"}}"#,
    ]
}
