import Channels
import Kernel
import Messaging
import Testing

/// Lines as they are printed.
struct NormaliserTests {
    private func lines(_ body: String, channel: ChannelKind? = nil) -> Normalised {
        Normaliser.lines(file: "f.json", body: Array(body.utf8), channel: channel)
    }

    private func message(_ rest: String, head: String = #""from":"491713920044","id":"w","timestamp":"1795248010""#)
        -> String
    {
        String(decoding: Bodies.messages("{\(head),\(rest)}"), as: UTF8.self)
    }

    private static let head =
        #"{"file":"f.json","channel":"whatsapp","account":"330044005500661","address":"DE.771209348812","id":"w","at":"2026-11-21T08:00:10.000Z","kind":"#

    @Test("each kind prints its own fields in order", arguments: goldens)
    func golden(row: (json: String, line: String)) {
        let printed = lines(message(row.json))
        #expect(printed.faults.isEmpty)
        #expect(printed.lines == [Self.head + row.line])
    }

    private static let goldens: [(json: String, line: String)] = [
        (#""type":"text","text":{"body":"a \"b\""}"#, #""text","text":"a \"b\"","phone":"491713920044"}"#),
        (
            #""type":"image","image":{"id":"7","mime_type":"image/png","caption":"c","url":"u"},"context":{"id":"o","forwarded":true}"#,
            #""media","media":"image","mediaID":"7","url":"u","mimeType":"image/png","caption":"c","phone":"491713920044","replyTo":"o","forwarded":true}"#
        ),
        (#""type":"sticker","sticker":{"id":"7"}"#, #""sticker","mediaID":"7","phone":"491713920044"}"#),
        (
            #""type":"location","location":{"latitude":52.5163,"longitude":-13,"name":"N"}"#,
            #""location","latitude":52.5163,"longitude":-13.0,"name":"N","phone":"491713920044"}"#
        ),
        (
            #""type":"contacts","contacts":[{"name":{"formatted_name":"Ida"},"phones":[{"phone":"+49 1"}]}]"#,
            #""contact","contacts":[{"name":"Ida","phones":["+49 1"]}],"phone":"491713920044"}"#
        ),
        (
            #""type":"reaction","reaction":{"message_id":"o"}"#,
            #""reaction","emoji":null,"to":"o","phone":"491713920044"}"#
        ),
        (#""type":"request_welcome""#, #""tap","phone":"491713920044"}"#),
        (
            #""type":"button","button":{"payload":"p","text":"t"}"#,
            #""tap","payload":"p","label":"t","phone":"491713920044"}"#
        ),
        (
            #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","response_json":"{\"b\":1,\"a\":\"x\"}"}}"#,
            #""form","name":"flow","fields":{"a":"x","b":"1"},"phone":"491713920044"}"#
        ),
        (
            #""type":"order","order":{"text":"n","product_items":[{"product_retailer_id":"L","quantity":2,"item_price":49.90,"currency":"EUR"}]}"#,
            #""cart","items":[{"sku":"L","quantity":2,"price":"49.90","currency":"EUR"}],"note":"n","phone":"491713920044"}"#
        ),
        (
            #""type":"text","text":{"body":"x"},"context":{"referred_product":{"product_retailer_id":"L"}},"group_id":"g""#,
            #""productQuestion","sku":"L","text":"x","phone":"491713920044","group":"g"}"#
        ),
        (
            #""type":"text","text":{"body":"x"},"referral":{"source_type":"ad","source_id":"1","ctwa_clid":"c"}"#,
            #""text","text":"x","phone":"491713920044","referral":{"source":"ad","ad":"1","click":"c"}}"#
        ),
        (
            #""type":"edit","edit":{"original_message_id":"o","message":{"type":"text","text":{"body":"x"}}}"#,
            #""edit","of":"o","text":"x","phone":"491713920044"}"#
        ),
        (#""type":"revoke","revoke":{"original_message_id":"o"}"#, #""deletion","of":"o","phone":"491713920044"}"#),
        (
            #""type":"system","system":{"type":"user_changed_number","wa_id":"491713920099"}"#,
            #""identityChange","from":"491713920044","to":"491713920099","phone":"491713920044"}"#
        ),
        (
            #""type":"unsupported","errors":[{"code":131051}]"#,
            #""unknown","type":"unsupported","phone":"491713920044"}"#
        ),
    ]

    @Test("statuses, payments and notices print what they tell")
    func news() {
        let status =
            #"{"id":"o","status":"failed","timestamp":"1795248010","recipient_id":"491713920044","errors":[{"code":131047,"title":"t","error_data":{"details":"d"}}]}"#
        let priced =
            #"{"id":"o","status":"sent","timestamp":"1795248010","recipient_type":"group","recipient_id":"g","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"a-b"}}"#
        let payment =
            #"{"id":"o","type":"payment","status":"captured","timestamp":"1795248010","payment":{"reference_id":"r","transaction":{"id":"t"}}}"#
        let printed = lines(String(decoding: Bodies.statuses(status, priced, payment), as: UTF8.self)).lines
        let head = #"{"file":"f.json","channel":"whatsapp","account":"330044005500661","address":"#
        #expect(printed.count == 3)
        #expect(
            printed.first
                == head
                + #""491713920044","id":"o:failed","at":"2026-11-21T08:00:10.000Z","kind":"status","of":"o","status":"failed","errors":[{"code":131047,"title":"t","details":"d"}],"phone":"491713920044"}"#
        )
        #expect(
            printed.dropFirst().first
                == head
                + #"null,"id":"o:sent","at":"2026-11-21T08:00:10.000Z","kind":"status","of":"o","status":"sent","pricing":{"billable":true,"model":"PMP","type":"regular","category":"a_b"},"group":"g"}"#
        )
        #expect(
            printed.last?.contains(#""kind":"payment","of":"o","status":"captured","reference":"r","transaction":"t"}"#)
                == true
        )
    }

    @Test("a sample is marked, a missing time is null")
    func riders() {
        let body = #"{"entry":[{"id":"0","changes":[{"field":"account_update","value":{"event":"X"}}]}]}"#
        let printed = lines(body).lines
        #expect(printed.count == 1)
        #expect(printed.first?.contains(#""account":"0","address":null,"#) == true)
        #expect(printed.first?.contains(#""at":null,"kind":"accountNotice","event":"X","test":true}"#) == true)
    }

    @Test("lines stand in the order of the body, though accounts take turns")
    func order() {
        func change(_ number: String, _ id: String) -> String {
            #"{"field":"messages","value":{"metadata":{"phone_number_id":"\#(number)"},"statuses":[{"id":"\#(id)","status":"read"}],"messages":[{"id":"\#(id)","type":"x"}]}}"#
        }
        let printed = lines(
            #"{"entry":[{"id":"1","changes":[\#(change("A", "1")),\#(change("B", "2")),\#(change("A", "3"))]}]}"#
        )
        let ids = printed.lines.compactMap { try? JSONDocument(Array($0.utf8)).root["id"]?.string }
        #expect(ids == ["1:read", "1", "2:read", "2", "3:read", "3"])
    }

    @Test("several bodies stand one a line; what is no JSON is told with its place and leaves the others")
    func severalBodies() {
        let body = message(#""type":"text","text":{"body":"x"}"#)
        #expect(lines(body + "\n").lines.count == 1)
        #expect(lines(body + "\n\n" + body + "\r\n").lines.count == 2)
        #expect(lines(body + "\n" + body).faults.isEmpty)
        let broken = lines(body + "\n{\"object\":\n" + body)
        #expect(broken.lines.count == 2)
        #expect(
            broken.faults == [
                "f.json: unreadable at line 2, byte \(body.utf8.count + 11): expected a value. "
                    + "Send the body as the platform wrote it, complete and in UTF-8."
            ]
        )
    }

    @Test("a body over several lines is one body, and so are several after one another")
    func spreadOut() {
        let body = "{\n \"entry\": [\n {\"id\": \"1\"}\n ]\n}\n"
        #expect(lines(body).lines.count == 1)
        #expect(lines(body + body).lines.count == 2)
        #expect(lines(body + body).faults.isEmpty)
    }

    @Test("what is no JSON at all has a fault and no line", arguments: ["", "{", "{\"object\":", "hello world"])
    func noJSON(body: String) {
        let printed = lines(body)
        #expect(printed.lines.isEmpty)
        #expect(printed.faults.count == 1)
    }

    @Test(
        "JSON that is no envelope is one unknown event",
        arguments: ["7", "[]", "{}", #"{"object":"novel","entry":[]}"#]
    )
    func noEnvelope(body: String) {
        let printed = lines(body)
        #expect(printed.faults.isEmpty)
        #expect(printed.lines.count == 1)
        #expect(printed.lines.first?.contains(#""kind":"unknown""#) == true)
    }

    @Test("the channel is told by the object, else by the shape, unless it is given")
    func channels() {
        func channel(_ body: String, _ given: ChannelKind? = nil) -> String? {
            (lines(body, channel: given).lines.first).flatMap {
                try? JSONDocument(Array($0.utf8)).root["channel"]?.string
            }
        }
        #expect(channel(#"{"object":"page","entry":[{"id":"1"}]}"#) == "messenger")
        #expect(channel(#"{"object":"instagram","entry":[{"id":"1"}]}"#) == "instagram")
        #expect(channel(#"{"object":"whatsapp_business_account","entry":[{"id":"1"}]}"#) == "whatsapp")
        #expect(channel(#"{"entry":[{"id":"1","messaging":[{}]}]}"#) == "messenger")
        #expect(channel(#"{"entry":[{"id":"1","messaging":[{}]}]}"#, .instagram) == "instagram")
    }
}
