import Messaging
import Testing

/// Forms of Messenger's and Instagram's items that the pages don't name, whole and damaged.
struct PageOddPayloadTests {
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

    private static func said(_ name: String, _ item: String, _ line: String) -> PayloadRow {
        let body = PageBodies.messenger(#"{\#(PageBodies.fromPerson),\#(item)}"#)
        return PayloadRow(name, .messenger, body: body, lines: [PageBodies.messengerHead + line])
    }

    private static let rows = [
        said("words as a number", #""message":{"mid":"m_1","text":42}"#, #""m_1",AT,"kind":"text","text":"42"}"#),
        said(
            "null for all that didn't happen, before a tap",
            #""message":null,"read":null,"referral":null,"lead":null,"postback":{"mid":"m_1","title":"T","payload":"p","referral":null}"#,
            #""m_1",AT,"kind":"tap","payload":"p","label":"T"}"#
        ),
        said(
            "null for all that didn't happen, around a receipt",
            #""postback":null,"read":{"mid":"m_1"},"delivery":null,"comment_id":null"#,
            #""ID",AT,"kind":"receipt","receipt":"read","of":["m_1"]}"#
        ),
        said(
            "null for all that a message doesn't have",
            #""message":{"mid":"m_1","text":"a","attachments":null,"quick_reply":null,"reply_to":null,"referral":null,"is_echo":null},"postback":null,"referral":{"ref":"r"}"#,
            #""m_1",AT,"kind":"text","text":"a","referral":{"ref":"r"}}"#
        ),
        said(
            "null alone",
            #""message":null,"postback":null"#,
            #""ID",AT,"kind":"unknown","type":"item"}"#
        ),
        said(
            "a share that names its post",
            #""message":{"mid":"m_1","attachments":[{"type":"share","payload":{"ig_post_media_id":"18","title":"T"}}]}"#,
            #""m_1",AT,"kind":"media","media":"post","mediaID":"18"}"#
        ),
        said(
            "a mark as a text",
            #""message":{"mid":"m_1","is_deleted":"true"}"#,
            #""m_1:deleted",AT,"kind":"deletion","of":"m_1"}"#
        ),
        said(
            "a mark as a number",
            #""message":{"mid":"m_1","is_unsupported":1}"#,
            #""m_1",AT,"kind":"unknown","type":"is_unsupported"}"#
        ),
        said(
            "an edit counted by another name",
            #""message_edit":{"mid":"m_1","text":"n","num_edits":2}"#,
            #""m_1:edit:2",AT,"kind":"edit","of":"m_1","text":"n"}"#
        ),
        said(
            "an edit that nobody counted",
            #""message_edit":{"mid":"m_1","text":"n"}"#,
            #""ID",AT,"kind":"edit","of":"m_1","text":"n"}"#
        ),
        said(
            "a link that was typed, in capitals beside nothing",
            #""message":{"mid":"m_1","text":"see","attachments":[{"type":"fallback","payload":null,"title":"T","URL":"https://x/1"}]}"#,
            #""m_1",AT,"kind":"media","media":"post","url":"https://x/1","caption":"see"}"#
        ),
        PayloadRow(
            "an entry that is an item, of a name nobody has heard of",
            .messenger,
            body:
                #"{"object":"page","entry":[{"sender":{"id":"7001"},"recipient":{"id":"1002"},"timestamp":1794989999456,"call_permission_reply":{"response":"approve"}}]}"#,
            lines: [PageBodies.messengerHead + #""ID",AT,"kind":"unknown","type":"call_permission_reply"}"#]
        ),
        PayloadRow(
            "a call of ours that rings",
            .messenger,
            body:
                #"{"object":"page","entry":[{"id":"1002","time":1794989999456,"calls":[{"id":"c_1","event":"call_status","timestamp":1794989999456,"recipient_id":"7001","call_status":"ringing"}]}]}"#,
            lines: [PageBodies.messengerHead + #""ID",AT,"kind":"call","event":"call_status"}"#]
        ),
        said(
            "one row where a list belongs, counted with a fraction",
            #""order":{"products":{"retailer_id":"S","quantity":2.0,"unit_price":9.90,"currency":"EUR"}}"#,
            #""ID",AT,"kind":"cart","items":[{"sku":"S","quantity":2,"price":"9.90","currency":"EUR"}]}"#
        ),
        PayloadRow(
            "a comment in a group, told as a change",
            .messenger,
            body:
                #"{"object":"page","entry":[{"id":"1002","changes":[{"field":"group_feed","value":{"from":{"id":"3003","name":"V."},"group_id":"g1","comment_id":"c1","parent_id":"c0","post_id":"p1","message":"A12","created_time":1794989999.456}}]}]}"#,
            lines: [
                #""account":"1002","address":"3003","id":"c1",AT,"kind":"comment","comment":"c1","post":"p1","author":"V.","text":"A12","parent":"c0","group":"g1"}"#
            ]
        ),
        PayloadRow(
            "a comment whose author stands beside it",
            .instagram,
            body:
                #"{"object":"instagram","entry":[{"id":"17841400","time":1794989999456,"changes":[{"field":"comments","value":{"comment_id":"c1","media_id":"m1","username":"buyer","text":"A12"}}]}]}"#,
            lines: [
                #""account":"17841400","address":null,"id":"c1",AT,"kind":"comment","comment":"c1","post":"m1","author":"buyer","text":"A12"}"#
            ]
        ),
        PayloadRow(
            "people as bare ids, a time as a floating point number",
            .messenger,
            body: PageBodies.messenger(
                #"{"sender":"7001","recipient":"1002","timestamp":1.794989999456E12,"message":{"mid":"m_1","text":"hi"}}"#
            ),
            lines: [PageBodies.messengerHead + #""m_1",AT,"kind":"text","text":"hi"}"#]
        ),
        PayloadRow(
            "a comment that says when it was made",
            .instagram,
            body:
                #"{"object":"instagram","entry":[{"id":"17841400","time":1794990020,"changes":[{"field":"comments","value":{"id":"c1","text":"A12","created_time":1794990019}}]}]}"#,
            lines: [
                #""account":"17841400","address":null,"id":"c1","at":"2026-11-18T08:20:19.000Z","kind":"comment","comment":"c1","text":"A12"}"#
            ]
        ),
    ]
}
