/// Instagram's items: a person with an account, every kind of message and news.
enum InstagramSamples {
    private static func item(_ rest: String) -> String {
        #"{"sender":{"id":"9001"},"recipient":{"id":"1784"},"timestamp":1795248010123,\#(rest)}"#
    }

    private static func message(_ rest: String) -> String { item(#""message":{"mid":"aWdf1",\#(rest)}"#) }

    static let messaging = [
        message(#""text":"how much?""#),
        message(#""text":"this one","reply_to":{"story":{"id":"178","url":"https://cdn.example/s"}}"#),
        message(#""attachments":[{"type":"story_mention","payload":{"url":"https://cdn.example/m"}}]"#),
        message(
            #""attachments":[{"type":"share","payload":{"url":"https://cdn.example/p"}},{"type":"ig_post","payload":{"ig_post_media_id":"17","url":"u"}}]"#
        ),
        message(#""attachments":[{"type":"ig_reel","payload":{"reel_video_id":"18","title":"t","url":"u"}}]"#),
        message(#""attachments":[{"type":"image","payload":{"url":"u"}},{"type":"image","payload":{"url":"v"}}]"#),
        message(#""attachments":[{"type":"ephemeral"}]"#),
        message(#""text":"Yes","quick_reply":{"payload":"v1:yes"}"#),
        message(#""is_deleted":true"#),
        message(#""is_unsupported":true"#),
        message(#""is_echo":true,"text":"hello""#),
        message(#""text":"?","referral":{"product":{"id":"9"}}"#),
        item(#""postback":{"mid":"aWdf2","title":"Menu","payload":"v1:menu"}"#),
        item(#""referral":{"ref":"r","source":"IGME","type":"OPEN_THREAD"}"#),
        item(#""read":{"mid":"aWdf1"}"#),
        item(#""reaction":{"mid":"aWdf1","action":"unreact"}"#),
        item(#""message_edit":{"mid":"aWdf1","text":"two","num_edit":0}"#),
        item(#""take_thread_control":{"previous_owner_app_id":1}"#),
    ]

    static let changes = [
        #"{"field":"comments","value":{"id":"55","text":"price?","from":{"id":"9001","username":"mara"},"media":{"id":"17","media_product_type":"FEED"}}}"#,
        #"{"field":"live_comments","value":{"id":"56","text":"A7","from":{"id":"9001"},"media":{"id":"18"}}}"#,
        #"{"field":"mentions","value":{"media_id":"17","comment_id":"57"}}"#,
        #"{"field":"messages","value":{"sender":{"id":"9001"},"recipient":{"id":"1784"},"timestamp":"1795248010","message":{"mid":"aWdf3","text":"x"}}}"#,
        #"{"field":"story_insights","value":{"media_id":"17","impressions":4}}"#,
    ]
}
