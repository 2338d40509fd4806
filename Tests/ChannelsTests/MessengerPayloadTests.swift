import Channels
import Kernel
import Messaging
import Testing

/// Messenger's event tables, row by row: what each body prints, whole and damaged.
struct MessengerPayloadTests {
    @Test("a body prints exactly its lines", arguments: rows)
    func exact(row: PayloadRow) {
        PageBodies.expectExact(row)
    }

    @Test("without any one field no item is lost", arguments: rows)
    func fieldMissing(row: PayloadRow) throws {
        try row.expectWholeWithoutEachField()
    }

    @Test("with any one field of another type no item is lost", arguments: rows)
    func fieldRetyped(row: PayloadRow) throws {
        try row.expectWholeWithEachFieldRetyped()
    }

    private static let rows = messages + attachments + taps + news + control + envelopes

    /// A row of one item from a person, and the lines that it prints after the usual head.
    private static func row(_ name: String, _ item: String, _ lines: String...) -> PayloadRow {
        let body = PageBodies.messenger(#"{\#(PageBodies.fromPerson),\#(item)}"#)
        return PayloadRow(name, .messenger, body: body, lines: lines.map { PageBodies.messengerHead + $0 })
    }

    private static let messages = [
        row("text", #""message":{"mid":"m_1","text":"in M?"}"#, #""m_1",AT,"kind":"text","text":"in M?"}"#),
        row(
            "text that answers a message, from a product's page",
            #""message":{"mid":"m_1","text":"hi","reply_to":{"mid":"m_0","is_self_reply":false},"referral":{"product":{"id":5550001}}}"#,
            #""m_1",AT,"kind":"productQuestion","productID":"5550001","text":"hi","replyTo":"m_0","referral":{"product":"5550001"}}"#
        ),
        row(
            "text from an ad",
            #""message":{"mid":"m_1","text":"hi","referral":{"ref":"summer","ad_id":"238500","source":"ADS","type":"OPEN_THREAD","ads_context_data":{"ad_title":"S","post_id":"1002_9","product_id":"555","flow_id":"44"}}}"#,
            #""m_1",AT,"kind":"text","text":"hi","referral":{"source":"ADS","ad":"238500","ref":"summer","product":"555","post":"1002_9"}}"#
        ),
        row(
            "text with what the platform read in it",
            #""message":{"mid":"m_1","seq":7,"text":"hi","commands":[{"name":"go"}],"nlp":{"entities":{}}},"prior_message":{"source":"checkbox_plugin","identifier":"u"}"#,
            #""m_1",AT,"kind":"text","text":"hi"}"#
        ),
        row(
            "a referral beside the message",
            #""message":{"mid":"m_1","text":"hi"},"referral":{"ref":"r","source":"SHORTLINK"}"#,
            #""m_1",AT,"kind":"text","text":"hi","referral":{"source":"SHORTLINK","ref":"r"}}"#
        ),
        row(
            "quick reply",
            #""message":{"mid":"m_1","text":"Size M","quick_reply":{"payload":"size:M"}}"#,
            #""m_1",AT,"kind":"tap","payload":"size:M","label":"Size M"}"#
        ),
        row(
            "deleted",
            #""message":{"mid":"m_1","is_deleted":true}"#,
            #""m_1:deleted",AT,"kind":"deletion","of":"m_1"}"#
        ),
        row(
            "unsupported",
            #""message":{"mid":"m_1","is_unsupported":true}"#,
            #""m_1",AT,"kind":"unknown","type":"is_unsupported"}"#
        ),
        row("nothing in it", #""message":{"mid":"m_1"}"#, #""m_1",AT,"kind":"unknown","type":"message"}"#),
        row(
            "edit",
            #""message_edit":{"mid":"m_1","text":"Size L","num_edit":"1"}"#,
            #""m_1:edit:1",AT,"kind":"edit","of":"m_1","text":"Size L"}"#
        ),
        row(
            "edit that is none",
            #""message_edit":{"mid":"m_1","num_edit":0}"#,
            #""m_1:edit:0",AT,"kind":"edit","of":"m_1","ignored":"not an edit"}"#
        ),
    ]

    private static func attached(_ name: String, _ list: String, _ lines: String..., words: String = "") -> PayloadRow {
        let item = #""message":{"mid":"m_1",\#(words)"attachments":[\#(list)]}"#
        let body = PageBodies.messenger(#"{\#(PageBodies.fromPerson),\#(item)}"#)
        return PayloadRow(name, .messenger, body: body, lines: lines.map { PageBodies.messengerHead + $0 })
    }

    private static let words = #""text":"this?","#

    private static let attachments = [
        attached(
            "image",
            #"{"type":"image","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"media","media":"image","url":"https://x/1"}"#
        ),
        attached(
            "video with words",
            #"{"type":"video","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"media","media":"video","url":"https://x/1","caption":"this?"}"#,
            words: words
        ),
        attached(
            "audio",
            #"{"type":"audio","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"media","media":"audio","url":"https://x/1"}"#
        ),
        attached(
            "file",
            #"{"type":"file","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"media","media":"document","url":"https://x/1"}"#
        ),
        attached(
            "several pictures",
            #"{"type":"image","payload":{"url":"https://x/1"}},{"type":"image","payload":{"url":"https://x/2"}}"#,
            #""m_1",AT,"kind":"media","media":"image","url":"https://x/1","caption":"this?"}"#,
            #""m_1:1",AT,"kind":"media","media":"image","url":"https://x/2"}"#,
            words: words
        ),
        attached(
            "sticker",
            #"{"type":"sticker","payload":{"url":"https://x/1","sticker_id":369239263222822}}"#,
            #""m_1",AT,"kind":"sticker","mediaID":"369239263222822"}"#
        ),
        attached(
            "sticker in both of its forms",
            #"{"type":"image","payload":{"url":"https://x/1","sticker_id":"7"}},{"type":"sticker","payload":{"sticker_id":"7"}},{"type":"image","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"sticker","mediaID":"7","ignored":"sticker told twice"}"#,
            #""m_1:1",AT,"kind":"sticker","mediaID":"7"}"#,
            #""m_1:2",AT,"kind":"sticker","ignored":"sticker told twice"}"#
        ),
        attached(
            "sticker of older times",
            #"{"type":"image","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"sticker","mediaID":"7"}"#,
            words: #""sticker_id":7,"#
        ),
        attached(
            "link with its preview",
            #"{"type":"fallback","payload":{"url":"https://x/1","title":"X"}}"#,
            #""m_1",AT,"kind":"media","media":"post","url":"https://x/1","caption":"this?"}"#,
            words: words
        ),
        attached(
            "link beside an empty payload",
            #"{"type":"fallback","payload":null,"title":"X","url":"https://x/1"}"#,
            #""m_1",AT,"kind":"media","media":"post","url":"https://x/1"}"#
        ),
        attached(
            "share without an address, and words",
            #"{"type":"fallback","title":"X"}"#,
            #""m_1",AT,"kind":"text","text":"this?"}"#,
            #""m_1:1",AT,"kind":"unknown","type":"fallback"}"#,
            words: words
        ),
        attached(
            "reel",
            #"{"type":"reel","payload":{"url":"https://x/1","title":"T","reel_video_id":99}}"#,
            #""m_1",AT,"kind":"media","media":"reel","mediaID":"99","url":"https://x/1"}"#
        ),
        attached(
            "post",
            #"{"type":"post","payload":{"url":"https://x/1","title":"T","id":"98"}}"#,
            #""m_1",AT,"kind":"media","media":"post","mediaID":"98","url":"https://x/1"}"#
        ),
        attached(
            "products of the catalogue",
            #"{"type":"template","payload":{"product":{"elements":[{"id":"555","retailer_id":"SKU-77","title":"Shirt","subtitle":"$40"},{"id":"556"}]}}}"#,
            #""m_1",AT,"kind":"productQuestion","sku":"SKU-77","productID":"555","text":"this?"}"#,
            #""m_1:1",AT,"kind":"productQuestion","productID":"556"}"#,
            words: words
        ),
        attached(
            "template of another kind",
            #"{"type":"template","payload":{"template_type":"button"}}"#,
            #""m_1",AT,"kind":"unknown","type":"template"}"#
        ),
        attached(
            "appointment",
            #"{"type":"appointment_booking","payload":{"booking_id":"1","status":"booked"}}"#,
            #""m_1",AT,"kind":"unknown","type":"appointment_booking"}"#
        ),
        attached(
            "location",
            #"{"type":"location","title":"Home","payload":{"coordinates":{"lat":52.5,"long":13.4}}}"#,
            #""m_1",AT,"kind":"location","latitude":52.5,"longitude":13.4,"name":"Home"}"#
        ),
        attached(
            "tap with an attachment",
            #"{"type":"image","payload":{"url":"https://x/1"}}"#,
            #""m_1",AT,"kind":"tap","payload":"p","label":"P"}"#,
            #""m_1:1",AT,"kind":"media","media":"image","url":"https://x/1"}"#,
            words: #""text":"P","quick_reply":{"payload":"p"},"#
        ),
    ]

    private static let taps = [
        row(
            "postback with where it came from",
            #""postback":{"mid":"m_1","title":"Get Started","payload":"start","referral":{"ref":"sku-77","source":"SHORTLINK","type":"OPEN_THREAD"}}"#,
            #""m_1",AT,"kind":"tap","payload":"start","label":"Get Started","referral":{"source":"SHORTLINK","ref":"sku-77"}}"#
        ),
        row(
            "postback without an id",
            #""postback":{"title":"Menu","payload":"menu"}"#,
            #""ID",AT,"kind":"tap","payload":"menu","label":"Menu"}"#
        ),
        row(
            "referral into a known conversation",
            #""referral":{"ref":"live-42","source":"SHORTLINK","type":"OPEN_THREAD"}"#,
            #""ID",AT,"kind":"referral","source":"SHORTLINK","ref":"live-42"}"#
        ),
        row(
            "finished lead form",
            #""referral":{"source":"ADS","type":"LEAD_COMPLETE","ad_id":"238"},"lead":{"data":[{"question":"Size?","answer":"M"}]}"#,
            #""ID",AT,"kind":"form","name":"lead","fields":{"Size?":"M"},"referral":{"source":"ADS","ad":"238"}}"#
        ),
        row(
            "opt-in to news",
            #""optin":{"type":"notification_messages","payload":"drop","title":"New drops","notification_messages_token":"t","token_expiry_timestamp":"1826526007","user_token_status":"NOT_REFRESHED"}"#,
            #""ID",AT,"kind":"optIn","topic":"New drops"}"#
        ),
        row(
            "end of news",
            #""optin":{"type":"notification_messages","notification_messages_topic":"drops","notification_messages_status":"STOP NOTIFICATIONS"}"#,
            #""ID",AT,"kind":"optOut","topic":"drops"}"#
        ),
        row(
            "news again",
            #""optin":{"type":"notification_messages","title":"drops","notification_messages_status":"RESUME NOTIFICATIONS"}"#,
            #""ID",AT,"kind":"optIn","topic":"drops"}"#
        ),
        row(
            "opt-in to one message",
            #""optin":{"type":"one_time_notif_req","payload":"back in stock","one_time_notif_token":"t"}"#,
            #""ID",AT,"kind":"optIn","topic":"back in stock"}"#
        ),
        row(
            "opt-in by a plugin",
            #""optin":{"ref":"cart-9","user_ref":"u-1"}"#,
            #""ID",AT,"kind":"optIn","topic":"cart-9","referral":{"ref":"cart-9"}}"#
        ),
        row(
            "cart",
            #""order":{"products":[{"id":5550001,"retailer_id":"SKU-77","name":"Shirt","unit_price":40.50,"currency":"USD","quantity":2},{"id":"6","unit_price":11,"currency":"USD"}],"note":"gift"}"#,
            #""ID",AT,"kind":"cart","items":[{"sku":"SKU-77","quantity":2,"price":"40.50","currency":"USD"},{"sku":"6","quantity":1,"price":"11","currency":"USD"}],"note":"gift"}"#
        ),
        row(
            "address form",
            #""messaging_customer_information":{"screens":[{"screen_id":"A","responses":[{"key":"country","value":"TH"},{"key":"name","value":"A. Buyer"}]}]}"#,
            #""ID",AT,"kind":"form","name":"messaging_customer_information","fields":{"country":"TH","name":"A. Buyer"}}"#
        ),
        row(
            "rating",
            #""messaging_feedback":{"feedback_screens":[{"screen_id":0,"questions":{"q1":{"type":"csat","payload":"5","follow_up":{"type":"free_form","payload":"fast"}}}}]}"#,
            #""ID",AT,"kind":"form","name":"messaging_feedback","fields":{"q1":"5","q1.follow_up":"fast"}}"#
        ),
        row("instant form", #""form":{"id":4471}"#, #""ID",AT,"kind":"form","name":"4471","fields":{}}"#),
    ]

    private static let news = [
        row(
            "reaction",
            #""reaction":{"reaction":"love","emoji":"❤️","action":"react","mid":"m_9"}"#,
            #""ID",AT,"kind":"reaction","emoji":"❤️","to":"m_9"}"#
        ),
        row(
            "reaction by its name alone",
            #""reaction":{"reaction":"dislike","action":"react","mid":"m_9"}"#,
            #""ID",AT,"kind":"reaction","emoji":"👎","to":"m_9"}"#
        ),
        row(
            "reaction taken back",
            #""reaction":{"action":"unreact","mid":"m_9"}"#,
            #""ID",AT,"kind":"reaction","emoji":null,"to":"m_9"}"#
        ),
        row(
            "thumbs under a message",
            #""response_feedback":{"feedback":"Bad response","mid":"m_9"}"#,
            #""ID",AT,"kind":"reaction","emoji":"👎","to":"m_9"}"#
        ),
        row(
            "delivery",
            #""delivery":{"mids":["m_8","m_9"],"watermark":1794989998000,"seq":0}"#,
            #""ID",AT,"kind":"receipt","receipt":"delivered","of":["m_8","m_9"],"watermark":"2026-11-18T08:19:58.000Z"}"#
        ),
        row(
            "read",
            #""read":{"watermark":"1794989998000"}"#,
            #""ID",AT,"kind":"receipt","receipt":"read","of":[],"watermark":"2026-11-18T08:19:58.000Z"}"#
        ),
        row(
            "account linked",
            #""account_linking":{"status":"linked","authorization_code":"crm-889"}"#,
            #""ID",AT,"kind":"identityChange","to":"crm-889"}"#
        ),
        row("account unlinked", #""account_linking":{"status":"unlinked"}"#, #""ID",AT,"kind":"identityChange"}"#),
        row(
            "coupon",
            #""template":{"type":"coupon","payload":"p","coupon_code":"C5"}"#,
            #""ID",AT,"kind":"unknown","type":"template"}"#
        ),
        row(
            "payment of the closed beta",
            #""payment":{"payload":"order-9","payment_credential":{"charge_id":"ch_1"},"amount":{"currency":"USD","amount":"29.62"}}"#,
            #""ID",AT,"kind":"payment","reference":"order-9","transaction":"ch_1","ignored":"payments by Messenger have ended"}"#
        ),
        row("something new", #""party":{"hats":3}"#, #""ID",AT,"kind":"unknown","type":"party"}"#),
    ]

    private static let control = [
        row(
            "conversation passed on",
            #""pass_thread_control":{"previous_owner_app_id":null,"new_owner_app_id":"123","metadata":"to bot"}"#,
            #""ID",AT,"kind":"handover","action":"pass_thread_control","to":"123"}"#
        ),
        row(
            "conversation taken",
            #""take_thread_control":{"previous_owner_app_id":123,"new_owner_app_id":"263902037430900","metadata":""}"#,
            #""ID",AT,"kind":"handover","action":"take_thread_control","from":"123","to":"263902037430900"}"#
        ),
        row(
            "conversation asked for",
            #""request_thread_control":{"requested_owner_app_id":"987","metadata":"agent"}"#,
            #""ID",AT,"kind":"handover","action":"request_thread_control","to":"987"}"#
        ),
        account(
            "roles of apps",
            #""app_roles":{"123":["primary_receiver"],"9":[]}"#,
            #""handover","action":"app_roles","to":"123 9"}"#
        ),
        account(
            "policy",
            #""policy_enforcement":{"action":"block","reason":"spam"}"#,
            #""accountNotice","event":"block"}"#
        ),
        account(
            "policy, spelt otherwise",
            #""policy-enforcement":{"action":"unblock"}"#,
            #""accountNotice","event":"unblock"}"#
        ),
        PayloadRow(
            "our own message",
            .messenger,
            body: PageBodies.messenger(
                #"{\#(PageBodies.fromAccount),"message":{"mid":"m_o","is_echo":true,"app_id":151777,"metadata":"k:1","text":"Yes."}}"#
            ),
            lines: [PageBodies.messengerHead + #""m_o",AT,"kind":"echo","text":"Yes.","by":"151777"}"#]
        ),
        PayloadRow(
            "our own picture, unmarked",
            .messenger,
            body: PageBodies.messenger(
                #"{\#(PageBodies.fromAccount),"message":{"mid":"m_o","attachments":[{"type":"image","payload":{"attachment_id":7}}]}}"#
            ),
            lines: [PageBodies.messengerHead + #""m_o",AT,"kind":"echo"}"#]
        ),
    ]

    /// An item about the Page alone, and the line from its kind on.
    private static func account(_ name: String, _ item: String, _ line: String) -> PayloadRow {
        let body = PageBodies.messenger(#"{"recipient":{"id":"1002"},"timestamp":1794989999456,\#(item)}"#)
        let head = #""account":"1002","address":null,"id":"ID",AT,"kind":"#
        return PayloadRow(name, .messenger, body: body, lines: [head + line])
    }

    private static func body(_ name: String, _ body: String, _ lines: String...) -> PayloadRow {
        PayloadRow(name, .messenger, body: body, lines: lines)
    }

    private static func change(_ name: String, _ value: String, _ line: String) -> PayloadRow {
        let entry = #"{"id":"1002","time":1794990020,"changes":[{"field":"feed","value":{\#(value)}}]}"#
        return body(name, #"{"object":"page","entry":[\#(entry)]}"#, #""account":"1002","address":"# + line)
    }

    private static let envelopes = [
        change(
            "comment",
            #""item":"comment","verb":"add","comment_id":"9001_5","post_id":"1002_9001","parent_id":"1002_9001","from":{"id":"3003","name":"V. Iewer"},"message":"A12 please","created_time":1794990019"#,
            #""3003","id":"9001_5","at":"2026-11-18T08:20:19.000Z","kind":"comment","comment":"9001_5","post":"1002_9001","author":"V. Iewer","text":"A12 please"}"#
        ),
        change(
            "answer to a comment, in older words",
            #""item":"comment","verb":"add","comment_id":"9001_6","post_id":"1002_9001","parent_id":"9001_5","sender_id":3003,"sender_name":"V.","message":"and in M?""#,
            #""3003","id":"9001_6","at":"2026-11-18T08:20:20.000Z","kind":"comment","comment":"9001_6","post":"1002_9001","author":"V.","text":"and in M?","parent":"9001_5"}"#
        ),
        change(
            "our own comment",
            #""item":"comment","verb":"add","comment_id":"9001_7","post_id":"1002_9001","from":{"id":"1002"},"message":"Yes""#,
            #""1002","id":"9001_7","at":"2026-11-18T08:20:20.000Z","kind":"comment","comment":"9001_7","post":"1002_9001","author":"1002","text":"Yes","ignored":"our own comment"}"#
        ),
        change(
            "comment edited",
            #""item":"comment","verb":"edited","comment_id":"9001_5","post_id":"1002_9001","from":{"id":"3003"},"message":"A13""#,
            #""3003","id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"edit","of":"9001_5","text":"A13"}"#
        ),
        change(
            "comment removed",
            #""item":"comment","verb":"remove","comment_id":"9001_5","post_id":"1002_9001","from":{"id":"3003"}"#,
            #""3003","id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"deletion","of":"9001_5"}"#
        ),
        change(
            "comment hidden",
            #""item":"comment","verb":"hide","comment_id":"9001_5","from":{"id":"3003"}"#,
            #"null,"id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"unknown","type":"feed"}"#
        ),
        change(
            "reaction to a post",
            #""item":"reaction","verb":"add","reaction_type":"like","post_id":"1002_9001","from":{"id":"3003"}"#,
            #"null,"id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"unknown","type":"feed"}"#
        ),
        body(
            "label",
            #"{"object":"page","entry":[{"id":"1002","time":1794990020,"changes":[{"field":"inbox_labels","value":{"user":{"id":"7001"},"action":"add","label":{"id":"5","page_label_name":"vip"}}},{"field":"messenger_template_status_update","value":{"event":"APPROVED","template_name":"shipped"}},{"field":"feed"}]}]}"#,
            #""account":"1002","address":null,"id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"unknown","type":"inbox_labels"}"#,
            #""account":"1002","address":null,"id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"templateNotice","event":"APPROVED"}"#,
            #""account":"1002","address":null,"id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"unknown","type":"feed"}"#
        ),
        body(
            "comment in a group",
            #"{"object":"page","entry":[{"id":"1002","messaging":[{"recipient":{"id":"1002"},"from":{"id":"3003","name":"V."},"group_id":"g1","comment_id":"c1","parent_id":"p1","post_id":"p1","created_time":1794990019,"message":"A12"}]}]}"#,
            #""account":"1002","address":"3003","id":"c1","at":"2026-11-18T08:20:19.000Z","kind":"comment","comment":"c1","post":"p1","author":"V.","text":"A12","group":"g1"}"#
        ),
        body(
            "listening only: a tap without its payload, an echo, a message",
            #"{"object":"page","entry":[{"id":"1002","standby":[{\#(PageBodies.fromPerson),"postback":{"title":"Menu"}},{\#(PageBodies.fromAccount),"message":{"mid":"m_o","is_echo":true,"text":"Yes"}},{\#(PageBodies.fromPerson),"message":{"mid":"m_1","text":"hi"}}]}]}"#,
            PageBodies.messengerHead + #""ID",AT,"kind":"tap","label":"Menu","standby":true}"#,
            PageBodies.messengerHead + #""m_o",AT,"kind":"echo","text":"Yes","standby":true}"#,
            PageBodies.messengerHead + #""m_1",AT,"kind":"text","text":"hi","standby":true}"#
        ),
        body(
            "call",
            #"{"object":"page","entry":[{"id":"1002","time":1794990020,"calls":[{"id":"c_1","from":"7001","to":"1002","event":"connect","timestamp":1794990019,"call_direction":"user_initiated"},{"id":"c_2","from":"1002","to":"7001","event":"terminate","timestamp":1794990019,"call_direction":"business_initiated"}]}]}"#,
            #""account":"1002","address":"7001","id":"ID","at":"2026-11-18T08:20:19.000Z","kind":"call","event":"connect"}"#,
            #""account":"1002","address":"7001","id":"ID","at":"2026-11-18T08:20:19.000Z","kind":"call","event":"terminate"}"#
        ),
        body(
            "person known by a plugin alone, ids as numbers, seconds",
            #"{"object":"page","entry":[{"id":1002,"time":1794990000,"messaging":[{"sender":{"user_ref":"u-1"},"recipient":{"id":1002},"timestamp":"1794990000","postback":{"mid":"m_1","payload":"hey","title":"","referral":{"ref":null,"source":"CUSTOMER_CHAT_PLUGIN"}}}]}]}"#,
            #""account":"1002","address":null,"id":"m_1","at":"2026-11-18T08:20:00.000Z","kind":"tap","payload":"hey","referral":{"source":"CUSTOMER_CHAT_PLUGIN"}}"#
        ),
        body(
            "no times, no names of senders",
            #"{"object":"page","entry":[{"id":"1002","messaging":[{"sender":{"id":"7001"},"delivery":{"watermark":1794989998000}},{"read":{}},null]}]}"#,
            #""account":"1002","address":"7001","id":"ID","at":null,"kind":"receipt","receipt":"delivered","of":[],"watermark":"2026-11-18T08:19:58.000Z"}"#,
            #""account":"1002","address":null,"id":"ID","at":null,"kind":"unknown","type":"read"}"#,
            #""account":"1002","address":null,"id":"ID","at":null,"kind":"unknown","type":"item"}"#
        ),
        body(
            "several pages and lists",
            #"{"object":"page","entry":[{"id":"1002","messaging":[{\#(PageBodies.fromPerson),"message":{"mid":"m_1","text":"a"}}],"standby":[{\#(PageBodies.fromPerson),"message":{"mid":"m_2","text":"b"}}]},{"id":"1003","messaging":{"sender":{"id":"8"},"recipient":{"id":"1003"},"timestamp":1794989999456,"message":{"mid":"m_3","text":"c"}}},{"id":"1004","time":1794990020,"changed_fields":["about"]}]}"#,
            PageBodies.messengerHead + #""m_1",AT,"kind":"text","text":"a"}"#,
            PageBodies.messengerHead + #""m_2",AT,"kind":"text","text":"b","standby":true}"#,
            #""account":"1003","address":"8","id":"m_3",AT,"kind":"text","text":"c"}"#,
            #""account":"1004","address":null,"id":"ID","at":"2026-11-18T08:20:20.000Z","kind":"unknown","type":"changed_fields"}"#
        ),
        body(
            "documentation's change alone",
            #"{"field":"messaging_postbacks","value":{\#(PageBodies.fromPerson),"postback":{"mid":"m_1","title":"T","payload":"p"}}}"#,
            #""account":"1002","address":"7001","id":"m_1",AT,"kind":"tap","payload":"p","label":"T"}"#
        ),
        body(
            "dashboard's sample",
            #"{"sample":{"field":"messages","value":{\#(PageBodies.fromPerson),"message":{"mid":"m_1","text":"t"}}}}"#,
            #""account":"1002","address":"7001","id":"m_1",AT,"kind":"text","text":"t","test":true}"#
        ),
        body(
            "an item alone",
            #"{\#(PageBodies.fromPerson),"message":{"mid":"m_1","text":"t"}}"#,
            #""account":"1002","address":"7001","id":"m_1",AT,"kind":"text","text":"t"}"#
        ),
    ]
}
