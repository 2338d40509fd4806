import Channels
import Kernel
import Messaging
import Testing

/// Instagram's event tables, row by row: what each body prints, whole and damaged.
struct InstagramPayloadTests {
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

    private static let rows = messages + attachments + news + comments + envelopes

    /// A row of one item from a person, and the lines that it prints after the usual head.
    private static func row(_ name: String, _ item: String, _ lines: String...) -> PayloadRow {
        let body = PageBodies.instagram(#"{\#(PageBodies.fromFollower),\#(item)}"#)
        return PayloadRow(name, .instagram, body: body, lines: lines.map { PageBodies.instagramHead + $0 })
    }

    private static let messages = [
        row("text", #""message":{"mid":"a1","text":"A12?"}"#, #""a1",AT,"kind":"text","text":"A12?"}"#),
        row(
            "quick reply to a message",
            #""message":{"mid":"a1","text":"M","quick_reply":{"payload":"size:M"},"reply_to":{"mid":"a0"}}"#,
            #""a1",AT,"kind":"tap","payload":"size:M","label":"M","replyTo":"a0"}"#
        ),
        row(
            "answer to a story",
            #""message":{"mid":"a1","text":"want this!","reply_to":{"story":{"url":"https://x/s","id":"18010"}}}"#,
            #""a1",AT,"kind":"text","text":"want this!","story":"18010"}"#
        ),
        row(
            "answer to a story that has only a link",
            #""message":{"mid":"a1","text":"wow","reply_to":{"story":{"url":"https://x/s"}}}"#,
            #""a1",AT,"kind":"text","text":"wow","story":"https://x/s"}"#
        ),
        row(
            "from an ad",
            #""message":{"mid":"a1","text":"hi","referral":{"ref":"summer","ad_id":"238500","source":"ADS","type":"OPEN_THREAD","ads_context_data":{"ad_title":"S"}}}"#,
            #""a1",AT,"kind":"text","text":"hi","referral":{"source":"ADS","ad":"238500","ref":"summer"}}"#
        ),
        row(
            "from a product's page",
            #""message":{"mid":"a1","text":"ship?","referral":{"product":{"id":"5550001"}}}"#,
            #""a1",AT,"kind":"productQuestion","productID":"5550001","text":"ship?","referral":{"product":"5550001"}}"#
        ),
        row("unsent", #""message":{"mid":"a1","is_deleted":true}"#, #""a1:deleted",AT,"kind":"deletion","of":"a1"}"#),
        row(
            "unsupported",
            #""message":{"mid":"a1","is_unsupported":true,"attachments":[{"type":"unsupported_type"}]}"#,
            #""a1",AT,"kind":"unknown","type":"is_unsupported"}"#
        ),
        PayloadRow(
            "our own message",
            .instagram,
            body: PageBodies.instagram(
                #"{\#(PageBodies.fromShop),"message":{"mid":"a2","text":"Yes","is_echo":true}}"#
            ),
            lines: [PageBodies.instagramHead + #""a2",AT,"kind":"echo","text":"Yes"}"#]
        ),
        PayloadRow(
            "a note to oneself, as said and as sent",
            .instagram,
            body: PageBodies.instagram(
                #"{\#(toItself),"message":{"mid":"a3","text":"x","is_self":true}},{\#(toItself),"message":{"mid":"a3","text":"x","is_self":true,"is_echo":true}}"#
            ),
            lines: [
                #""account":"17841400","address":"17841400","id":"a3",AT,"kind":"text","text":"x"}"#,
                #""account":"17841400","address":"17841400","id":"a3:echo",AT,"kind":"echo","text":"x"}"#,
            ]
        ),
    ]

    private static let toItself = PageBodies.fromShop.replacing("6600110022", with: "17841400")

    private static func attached(_ name: String, _ list: String, _ lines: String..., words: String = "") -> PayloadRow {
        let item = #""message":{"mid":"a1",\#(words)"attachments":[\#(list)]}"#
        let body = PageBodies.instagram(#"{\#(PageBodies.fromFollower),\#(item)}"#)
        return PayloadRow(name, .instagram, body: body, lines: lines.map { PageBodies.instagramHead + $0 })
    }

    private static let attachments = [
        attached(
            "two images",
            #"{"type":"image","payload":{"url":"https://x/1"}},{"type":"image","payload":{"url":"https://x/2"}}"#,
            #""a1",AT,"kind":"media","media":"image","url":"https://x/1"}"#,
            #""a1:1",AT,"kind":"media","media":"image","url":"https://x/2"}"#
        ),
        attached(
            "post, told twice",
            #"{"type":"share","payload":{"url":"https://x/p"}},{"type":"ig_post","payload":{"ig_post_media_id":"18020","title":"New drop","url":"https://x/p"}}"#,
            #""a1",AT,"kind":"media","media":"post","url":"https://x/p","ignored":"shared post told twice"}"#,
            #""a1:1",AT,"kind":"media","media":"post","mediaID":"18020","url":"https://x/p","caption":"in M?"}"#,
            words: #""text":"in M?","#
        ),
        attached(
            "share alone",
            #"{"type":"share","payload":{"url":"https://x/p"}}"#,
            #""a1",AT,"kind":"media","media":"post","url":"https://x/p"}"#
        ),
        attached(
            "reel",
            #"{"type":"ig_reel","payload":{"reel_video_id":"18030","title":"How to wear","url":"https://x/r"}}"#,
            #""a1",AT,"kind":"media","media":"reel","mediaID":"18030","url":"https://x/r"}"#
        ),
        attached(
            "story mention",
            #"{"type":"story_mention","payload":{"url":"https://x/s"}}"#,
            #""a1",AT,"kind":"media","media":"story","url":"https://x/s","story":"https://x/s"}"#
        ),
        attached(
            "story",
            #"{"type":"ig_story","payload":{"story_media_id":"18060","story_media_url":"https://x/s"}}"#,
            #""a1",AT,"kind":"media","media":"story","mediaID":"18060","url":"https://x/s","caption":"how much","story":"18060"}"#,
            words: #""text":"how much","#
        ),
        attached("view once", #"{"type":"ephemeral"}"#, #""a1",AT,"kind":"media","media":"ephemeral"}"#),
        attached(
            "voice",
            #"{"type":"audio","payload":{"url":"https://x/v"}}"#,
            #""a1",AT,"kind":"media","media":"audio","url":"https://x/v"}"#
        ),
        attached(
            "file",
            #"{"type":"file","payload":{"url":"https://x/f"}}"#,
            #""a1",AT,"kind":"media","media":"document","url":"https://x/f"}"#
        ),
        attached(
            "media without its kind",
            #"{"type":"media","payload":{"url":"https://x/m"}}"#,
            #""a1",AT,"kind":"media","media":"image","url":"https://x/m"}"#
        ),
        attached("picture without its address", #"{"type":"image"}"#, #""a1",AT,"kind":"media","media":"image"}"#),
        attached(
            "shared comment",
            #"{"type":"template","payload":{}}"#,
            #""a1",AT,"kind":"unknown","type":"template"}"#
        ),
        attached("heart", #"{"type":"like_heart"}"#, #""a1",AT,"kind":"sticker"}"#),
        attached(
            "a kind that nobody named, and words",
            #"{"type":"unsupported_type","payload":{"url":"https://x/u"}}"#,
            #""a1",AT,"kind":"text","text":"see"}"#,
            #""a1:1",AT,"kind":"unknown","type":"unsupported_type"}"#,
            words: #""text":"see","#
        ),
    ]

    private static let news = [
        row(
            "ice breaker",
            #""postback":{"mid":"a1","title":"What is new?","payload":"new","referral":{"ref":"live-42","source":"IGME_SOURCE_LINK","type":"OPEN_THREAD"}}"#,
            #""a1",AT,"kind":"tap","payload":"new","label":"What is new?","referral":{"source":"IGME_SOURCE_LINK","ref":"live-42"}}"#
        ),
        row(
            "link into a known conversation",
            #""referral":{"ref":"sku-A12","source":"SHORTLINKS","type":"OPEN_THREAD"}"#,
            #""ID",AT,"kind":"referral","source":"SHORTLINKS","ref":"sku-A12"}"#
        ),
        row(
            "reaction",
            #""reaction":{"mid":"a4","action":"react","reaction":"love","emoji":"❤️"}"#,
            #""ID",AT,"kind":"reaction","emoji":"❤️","to":"a4"}"#
        ),
        row(
            "reaction taken back",
            #""reaction":{"mid":"a4","action":"unreact"}"#,
            #""ID",AT,"kind":"reaction","emoji":null,"to":"a4"}"#
        ),
        row("read", #""read":{"mid":"a4"}"#, #""ID",AT,"kind":"receipt","receipt":"read","of":["a4"]}"#),
        row(
            "edit",
            #""message_edit":{"mid":"a1","text":"A13?","num_edit":1}"#,
            #""a1:edit:1",AT,"kind":"edit","of":"a1","text":"A13?"}"#
        ),
        row(
            "opt-in",
            #""optin":{"type":"notification_messages","title":"Drops"}"#,
            #""ID",AT,"kind":"optIn","topic":"Drops"}"#
        ),
        row(
            "conversation passed on",
            #""pass_thread_control":{"previous_owner_app_id":"1217981644879628","new_owner_app_id":"123","metadata":"x"}"#,
            #""ID",AT,"kind":"handover","action":"pass_thread_control","from":"1217981644879628","to":"123"}"#
        ),
        row(
            "thumbs",
            #""response_feedback":{"feedback":"Good response","mid":"a4"}"#,
            #""ID",AT,"kind":"reaction","emoji":"👍","to":"a4"}"#
        ),
        PayloadRow(
            "edit that is none, of nobody",
            .instagram,
            body: PageBodies.instagram(#"{"timestamp":1794989999456,"message_edit":{"mid":"a13","num_edit":0}}"#),
            lines: [
                #""account":"17841400","address":null,"id":"a13:edit:0",AT,"kind":"edit","of":"a13","ignored":"not an edit"}"#
            ]
        ),
        PayloadRow(
            "a tap of the account on itself",
            .instagram,
            body: PageBodies.instagram(
                #"{\#(toItself),"is_self":true,"postback":{"mid":"a1","title":"T","payload":"t"}}"#
            ),
            lines: [#""account":"17841400","address":"17841400","id":"a1",AT,"kind":"tap","payload":"t","label":"T"}"#]
        ),
        PayloadRow(
            "a test in which the account plays the person",
            .instagram,
            body: PageBodies.instagram(
                #"{\#(PageBodies.fromShop),"message":{"mid":"a1","text":"x","is_self":true,"is_echo":true}},{\#(PageBodies.fromShop),"message":{"mid":"a2","text":"y","is_self":true}},{\#(PageBodies.fromShop),"is_self":true,"postback":{"mid":"a3","title":"T","payload":"t"}}"#
            ),
            lines: [
                PageBodies.instagramHead + #""a1",AT,"kind":"echo","text":"x"}"#,
                PageBodies.instagramHead + #""a2",AT,"kind":"text","text":"y"}"#,
                PageBodies.instagramHead + #""a3",AT,"kind":"tap","payload":"t","label":"T"}"#,
            ]
        ),
        PayloadRow(
            "a tap whose envelope names the person",
            .instagram,
            body: PageBodies.instagram(#"{\#(PageBodies.fromFollower),"postback":{"mid":"a1","payload":"t"}}"#)
                .replacing(#""entry":[{"id":"17841400""#, with: #""entry":[{"id":"6600110022""#),
            lines: [PageBodies.instagramHead + #""a1",AT,"kind":"tap","payload":"t"}"#]
        ),
    ]

    private static func change(_ name: String, _ field: String, _ value: String, _ line: String) -> PayloadRow {
        let entry = #"{"id":"17841400","time":1794990030,"changes":[{"field":"\#(field)","value":{\#(value)}}]}"#
        let body = #"{"object":"instagram","entry":[\#(entry)]}"#
        return PayloadRow(name, .instagram, body: body, lines: [#""account":"17841400","address":"# + line])
    }

    private static let comments = [
        change(
            "comment in a live broadcast",
            "live_comments",
            #""from":{"id":"7700","username":"buyer_one"},"media":{"id":"18040","media_product_type":"LIVE"},"id":"17901","text":"A12 x2""#,
            #""7700","id":"17901","at":"2026-11-18T08:20:30.000Z","kind":"comment","comment":"17901","live":"18040","author":"buyer_one","text":"A12 x2"}"#
        ),
        change(
            "answer to a comment",
            "comments",
            #""from":{"id":"7700","username":"buyer"},"media":{"id":"18045","media_product_type":"FEED"},"id":"17902","parent_id":"17900","text":"price?""#,
            #""7700","id":"17902","at":"2026-11-18T08:20:30.000Z","kind":"comment","comment":"17902","post":"18045","author":"buyer","text":"price?","parent":"17900"}"#
        ),
        change(
            "comment under an ad",
            "comments",
            #""from":{"id":"7700","username":"buyer"},"media":{"id":"18046","media_product_type":"AD","ad_id":"238501","ad_title":"S","original_media_id":"18045"},"id":"17903","text":"size M""#,
            #""7700","id":"17903","at":"2026-11-18T08:20:30.000Z","kind":"comment","comment":"17903","post":"18046","author":"buyer","text":"size M","referral":{"ad":"238501","post":"18045"}}"#
        ),
        change(
            "our own comment",
            "live_comments",
            #""from":{"id":"17841400","username":"my_shop","self_ig_scoped_id":"66"},"media":{"id":"18040"},"id":"17904","text":"next: A13""#,
            #""17841400","id":"17904","at":"2026-11-18T08:20:30.000Z","kind":"comment","comment":"17904","live":"18040","author":"my_shop","text":"next: A13","ignored":"our own comment"}"#
        ),
        change(
            "comment that names its id otherwise",
            "comments",
            #""from":{"username":"buyer"},"comment_id":"17905","media":{"id":"18045","media_product_type":"REELS"},"text":"A12""#,
            #"null,"id":"17905","at":"2026-11-18T08:20:30.000Z","kind":"comment","comment":"17905","post":"18045","author":"buyer","text":"A12"}"#
        ),
        change(
            "comment without an id",
            "comments",
            #""from":{"id":"7700"},"media":{"id":"18045"},"id":"","text":"A12""#,
            #""7700","id":"ID","at":"2026-11-18T08:20:30.000Z","kind":"comment","post":"18045","author":"7700","text":"A12","ignored":"no comment id"}"#
        ),
        change(
            "comment without anything",
            "comments",
            #""media":{"id":"18045"}"#,
            #"null,"id":"ID","at":"2026-11-18T08:20:30.000Z","kind":"unknown","type":"comments"}"#
        ),
        change(
            "mention in a comment",
            "mentions",
            #""media_id":"18050","comment_id":"17906""#,
            #"null,"id":"17906","at":"2026-11-18T08:20:30.000Z","kind":"comment","comment":"17906","post":"18050"}"#
        ),
        change(
            "mention in a caption",
            "mentions",
            #""media_id":"18050""#,
            #"null,"id":"ID","at":"2026-11-18T08:20:30.000Z","kind":"comment","post":"18050"}"#
        ),
        change(
            "figures of a story",
            "story_insights",
            #""media_id":"18050","impressions":-1"#,
            #"null,"id":"ID","at":"2026-11-18T08:20:30.000Z","kind":"unknown","type":"story_insights"}"#
        ),
    ]

    private static func body(_ name: String, _ body: String, _ lines: String...) -> PayloadRow {
        PayloadRow(name, .instagram, body: body, lines: lines)
    }

    private static let envelopes = [
        body(
            "dashboard's test of a message",
            #"{"object":"instagram","entry":[{"id":"0","time":1794990000,"changes":[{"field":"messages","value":{"sender":{"id":"12334"},"recipient":{"id":"23245"},"timestamp":"1794990000","message":{"mid":"random_mid","text":"test"}}}]}]}"#,
            #""account":"0","address":"12334","id":"random_mid","at":"2026-11-18T08:20:00.000Z","kind":"text","text":"test","test":true}"#
        ),
        body(
            "dashboard's test told by its message alone",
            PageBodies.instagram(#"{\#(PageBodies.fromFollower),"message":{"mid":"random_mid","text":"test"}}"#),
            PageBodies.instagramHead + #""random_mid",AT,"kind":"text","text":"test","test":true}"#
        ),
        body(
            "dashboard's sample of a reaction, as the documentation shows it",
            #"{"field":"message_reactions","value":{"sender":{"id":"12334"},"recipient":{"id":"23245"},"timestamp":1794990000,"reaction":{"mid":"m","action":"react","reaction":"love","emoji":"❤️"}}}"#,
            #""account":"23245","address":"12334","id":"ID","at":"2026-11-18T08:20:00.000Z","kind":"reaction","emoji":"❤️","to":"m","test":true}"#
        ),
        body(
            "dashboard's test of a comment",
            #"{"entry":[{"changes":[{"field":"live_comments","value":{"text":"Hi.","id":"123"}}],"id":"0","time":1794990000}],"object":"instagram"}"#,
            #""account":"0","address":null,"id":"123","at":"2026-11-18T08:20:00.000Z","kind":"comment","comment":"123","text":"Hi.","test":true}"#
        ),
        body(
            "flat entry",
            #"{"object":"instagram","entry":[{"id":"17841400","time":1794990000,"field":"comments","value":{"id":"17901","from":{"id":"7700","username":"b"},"text":"A12","media":{"id":"18045","media_product_type":"FEED"}}}]}"#,
            #""account":"17841400","address":"7700","id":"17901","at":"2026-11-18T08:20:00.000Z","kind":"comment","comment":"17901","post":"18045","author":"b","text":"A12"}"#
        ),
        body(
            "list of bodies",
            #"[\#(PageBodies.instagram(#"{\#(PageBodies.fromFollower),"message":{"mid":"a1","text":"1"}}"#)),{"object":"instagram","entry":[{"id":"17841400","time":1794990000,"field":"messages","value":{\#(PageBodies.fromFollower),"message":{"mid":"a2","text":"2"}}}]},7]"#,
            PageBodies.instagramHead + #""a1",AT,"kind":"text","text":"1"}"#,
            PageBodies.instagramHead + #""a2",AT,"kind":"text","text":"2"}"#,
            #""account":null,"address":null,"id":"ID","at":null,"kind":"unknown","type":"entry"}"#
        ),
        body(
            "both lists in one entry, in their order",
            #"{"object":"instagram","entry":[{"id":"17841400","time":1794990000,"changes":[{"field":"comments","value":[{"id":"1","text":"a"},{"id":"2","text":"b"}]}],"messaging":[{\#(PageBodies.fromFollower),"message":{"mid":"a1","text":"c"}}]}]}"#,
            #""account":"17841400","address":null,"id":"1","at":"2026-11-18T08:20:00.000Z","kind":"comment","comment":"1","text":"a"}"#,
            #""account":"17841400","address":null,"id":"2","at":"2026-11-18T08:20:00.000Z","kind":"comment","comment":"2","text":"b"}"#,
            PageBodies.instagramHead + #""a1",AT,"kind":"text","text":"c"}"#
        ),
        body(
            "lists within a change",
            #"{"object":"instagram","entry":[{"id":"17841400","changes":[{"field":"messages","value":{"messaging":[{\#(PageBodies.fromFollower),"message":{"mid":"a1","text":"c"}}]}},{"field":"standby","value":{\#(PageBodies.fromFollower),"message":{"mid":"a2","text":"d"}}}]}]}"#,
            PageBodies.instagramHead + #""a1",AT,"kind":"text","text":"c"}"#,
            PageBodies.instagramHead + #""a2",AT,"kind":"text","text":"d","standby":true}"#
        ),
        body(
            "news that stand bare in a change",
            #"{"object":"instagram","entry":[{"id":"17841400","time":1794990000,"changes":[{"field":"message_edit","value":{"mid":"a1","num_edit":0}},{"field":"message_reactions","value":{"sender":{"id":"6600110022"},"mid":"a2","action":"react","emoji":"🔥"}}]}]}"#,
            #""account":"17841400","address":null,"id":"a1:edit:0","at":"2026-11-18T08:20:00.000Z","kind":"edit","of":"a1","ignored":"not an edit"}"#,
            #""account":"17841400","address":"6600110022","id":"ID","at":"2026-11-18T08:20:00.000Z","kind":"reaction","emoji":"🔥","to":"a2"}"#
        ),
        body(
            "moments in words",
            #"{"entry":[{"id":"17841400","time":"2026-11-18T08:20:00+0000","messaging":[{"sender":{"id":"6600110022"},"timestamp":"2026-11-18T09:20:00+0100","message":{"mid":"a1","text":"c"}}]}]}"#,
            #""account":"17841400","address":"6600110022","id":"a1","at":"2026-11-18T08:20:00.000Z","kind":"text","text":"c"}"#
        ),
    ]
}
