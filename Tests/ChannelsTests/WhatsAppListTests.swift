import Channels
import Kernel
import Messaging
import Testing

/// The lists beside `messages[]`, the notices, and the envelope around them.
struct WhatsAppListTests {
    private func decode(_ body: [UInt8]) throws -> DecodedWebhook {
        try WhatsApp.decode(body, receivedAt: Bodies.received)
    }

    private func only(_ body: [UInt8]) throws -> InboundEvent {
        let webhook = try decode(body)
        #expect(webhook.itemCount == 1)
        return try #require(webhook.batches.first?.events.first)
    }

    // MARK: - Notices

    @Test("each field about account or templates becomes one notice", arguments: notices)
    func notice(row: (json: String, content: InboundEvent.Content)) throws {
        let event = try only(Bodies.change(row.json))
        #expect(event.content == row.content)
        #expect(event.sender.isEmpty)
        #expect(event.externalID.hasPrefix("made:"))
    }

    private static let notices: [(json: String, content: InboundEvent.Content)] = [
        (
            #"{"field":"phone_number_quality_update","value":{"display_phone_number":"4930","event":"THROUGHPUT_UPGRADE"}}"#,
            .accountNotice(event: "THROUGHPUT_UPGRADE")
        ),
        (
            #"{"field":"business_capability_update","value":{"max_daily_conversations_per_business":"TIER_2K"}}"#,
            .accountNotice(event: "business_capability_update")
        ),
        (
            #"{"field":"account_update","value":{"event":"ACCOUNT_RESTRICTION","restriction_info":[]}}"#,
            .accountNotice(event: "ACCOUNT_RESTRICTION")
        ),
        (
            #"{"field":"account_alerts","value":{"alert_info":{"alert_type":"DEFERRED"}}}"#,
            .accountNotice(event: "DEFERRED")
        ),
        (#"{"field":"account_alerts","value":{"alert_type":"FLAT"}}"#, .accountNotice(event: "FLAT")),
        (#"{"field":"account_review_update","value":{"decision":"APPROVED"}}"#, .accountNotice(event: "APPROVED")),
        (
            #"{"field":"payment_configuration_update","value":{"status":"Needs Testing"}}"#,
            .accountNotice(event: "payment_configuration_update")
        ),
        (
            #"{"field":"message_template_status_update","value":{"event":"PAUSED","message_template_id":17}}"#,
            .templateNotice(event: "PAUSED")
        ),
        (
            #"{"field":"template_category_update","value":{"new_category":"MARKETING"}}"#,
            .templateNotice(event: "template_category_update")
        ),
    ]

    @Test("a notice about the business account names that account")
    func noticeAccount() throws {
        let webhook = try decode(
            Bodies.change(
                #"{"field":"phone_number_quality_update","value":{"display_phone_number":"4930","event":"X"}}"#
            )
        )
        #expect(webhook.batches.first?.accountExternalID == "210987654321098")
        #expect(webhook.batches.first?.label == "4930")
    }

    @Test("a notice has the entry's time, else that of its arrival")
    func noticeTime() throws {
        let timed = #"{"entry":[{"id":"1","time":1795248000,"changes":[{"field":"account_update","value":{}}]}]}"#
        #expect(try only(Array(timed.utf8)).at == Timestamp(seconds: 1_795_248_000))
        let untimed = Bodies.change(#"{"field":"account_update","value":{}}"#)
        #expect(try only(untimed).at == Bodies.received)
    }

    // MARK: - Lists

    @Test("a new business-scoped id is told under the old one")
    func newUserID() throws {
        let event = try only(
            Bodies.envelope(
                #""contacts":[{"profile":{"name":"Mara"},"wa_id":"491713920044"}],"user_id_update":[{"wa_id":"491713920044","user_id":{"previous":"DE.77","current":"DE.88"},"timestamp":"1795251600"}]"#,
                field: "user_id_update"
            )
        )
        #expect(event.content == .identityChange(from: "DE.77", to: "DE.88"))
        #expect(event.sender.scopedID == "DE.77")
        #expect(event.sender.phone?.digits == "491713920044")
        #expect(event.name == "Mara")
        #expect(event.at == Timestamp(seconds: 1_795_251_600))
    }

    @Test("marketing wishes become opt-outs and opt-ins", arguments: ["stop", "resume", "signup", "maybe"])
    func preference(value: String) throws {
        let event = try only(
            Bodies.envelope(
                #""user_preferences":[{"user_id":"DE.77","category":"marketing_messages","value":"\#(value)","timestamp":1795248140}]"#,
                field: "user_preferences"
            )
        )
        switch value {
        case "stop": #expect(event.content == .optOut(topic: "marketing_messages"))
        case "maybe": #expect(event.content.unknownType == "user_preferences")
        default: #expect(event.content == .optIn(topic: "marketing_messages"))
        }
        #expect(event.sender == ShopperAddress(scopedID: "DE.77"))
        #expect(event.at == Timestamp(seconds: 1_795_248_140))
    }

    @Test("what the shop typed itself is an echo to the shopper")
    func echo() throws {
        let event = try only(
            Bodies.envelope(
                #""message_echoes":[{"from":"493023125142","to":"491713920044","id":"wamid.E","timestamp":"1795248000","type":"text","text":{"body":"coming"}}]"#,
                field: "smb_message_echoes"
            )
        )
        #expect(event.content == .echo(text: "coming", by: "493023125142"))
        #expect(event.sender.phone?.digits == "491713920044")
        #expect(event.externalID == "wamid.E")
    }

    @Test("the ringing and the end of one call are two events under its id")
    func calls() throws {
        let webhook = try decode(
            Bodies.envelope(
                #""calls":[{"id":"wacid.1","from":"491713920044","to":"4930","event":"connect","timestamp":"1795248000"},{"id":"wacid.1","from":"4930","to":"491713920044","direction":"BUSINESS_INITIATED","event":"terminate","timestamp":"1795248031"}]"#,
                field: "calls"
            )
        )
        let events = try #require(webhook.batches.first?.events)
        #expect(events.map(\.content) == [.call(event: "connect"), .call(event: "terminate")])
        #expect(events.allSatisfy { $0.sender.phone?.digits == "491713920044" })
        #expect(events.map(\.externalID) == ["wacid.1", "wacid.1"])
        #expect(events.map(\.at.wholeSeconds) == [1_795_248_000, 1_795_248_031])
    }

    @Test("an error of the account is a notice with its code")
    func valueErrors() throws {
        let event = try only(Bodies.envelope(#""errors":[{"code":131000,"title":"Something went wrong"}]"#))
        #expect(event.content == .accountNotice(event: "131000"))
    }

    @Test("standby items keep their kind")
    func standby() throws {
        let event = try only(
            Bodies.envelope(
                #""messages":[{"from":"491713920044","id":"wamid.S","timestamp":"1795248000","type":"text","text":{"body":"x"}}]"#,
                field: "standby"
            )
        )
        #expect(event.content == .text("x"))
        #expect(event.isStandby)
    }

    @Test("what no list knows is kept, one event each", arguments: keptRows)
    func kept(row: (body: [UInt8], types: [String])) throws {
        let events = try decode(row.body).batches.flatMap(\.events)
        #expect(events.map(\.content.unknownType) == row.types)
    }

    private static let keptRows: [(body: [UInt8], types: [String])] = [
        (Bodies.envelope(#""contacts":[{"wa_id":"491713920044"}]"#), ["messages"]),
        (Bodies.envelope(#""user_actions":[{"a":1},{"a":2}]"#), ["user_actions", "user_actions"]),
        (Bodies.envelope(#""messages":{"a":1}"#), ["message"]),
        (Bodies.envelope(#""messages":7"#), ["messages"]),
        (Bodies.envelope(#""messages":null"#), ["messages"]),
        (Bodies.envelope(#""note":"x","flag":true,"limits":[1,2]"#), ["messages"]),
        (Bodies.envelope(#""novelties":[{"a":1},{"a":2}]"#), ["novelties", "novelties"]),
        (Bodies.envelope(#""messages":[null,"x",[1]]"#), ["message", "message", "message"]),
        (Bodies.envelope(#""history":[{"threads":[]}]"#, field: "history"), ["history"]),
        (
            Bodies.envelope(#""groups":[{"group_id":"g"},{}]"#, field: "group_lifecycle_update"),
            ["group_lifecycle_update", "group_lifecycle_update"]
        ),
        (
            Bodies.envelope(#""state_sync":[{"type":"contact","action":"add"}]"#, field: "smb_app_state_sync"),
            ["smb_app_state_sync"]
        ),
        (Bodies.envelope(#""contacts":[],"x":1"#, field: "brand_new"), ["brand_new"]),
        (Bodies.change(#"{"field":"brand_new","value":{"x":1}}"#), ["brand_new"]),
        (Bodies.change(#"{"field":"messages","value":7}"#), ["messages"]),
        (Bodies.change(#"{"field":"messages"}"#), ["messages"]),
        (Bodies.change(#"{"value":{}}"#), ["change"]),
        (Bodies.change("17"), ["change"]),
        (Array(#"{"entry":[{"id":"1"},5]}"#.utf8), ["entry", "entry"]),
        (Array(#"{"object":"whatsapp_business_account","entry":[]}"#.utf8), []),
    ]

    // MARK: - The envelope

    @Test("items of several numbers in several entries go to their accounts, in order")
    func severalAccounts() throws {
        func value(_ number: String, _ id: String) -> String {
            #"{"field":"messages","value":{"metadata":{"phone_number_id":"\#(number)"},"messages":[{"from":"491713920044","id":"\#(id)","timestamp":"1795248000","type":"text","text":{"body":"x"}}]}}"#
        }
        let body =
            #"{"entry":[{"id":"1","changes":[\#(value("A", "w1")),\#(value("B", "w2"))]},{"id":"1","changes":[\#(value("A", "w3")),\#(value("C", "w4"))]}]}"#
        let batches = try decode(Array(body.utf8)).batches
        #expect(batches.map(\.accountExternalID) == ["A", "B", "C"])
        #expect(batches.map { $0.events.map(\.externalID) } == [["w1", "w3"], ["w2"], ["w4"]])
    }

    @Test("contacts are found by id, however many there are and in whatever order", arguments: [2, 4, 5, 40])
    func contacts(count: Int) throws {
        let contacts = (0..<count).reversed().map {
            #"{"profile":{"name":"N\#($0)"},"wa_id":"49171392\#(1000 + $0)","user_id":"DE.\#($0)"}"#
        }
        let messages = (0..<count).map {
            $0.isMultiple(of: 2)
                ? #"{"from":"49171392\#(1000 + $0)","id":"w\#($0)","timestamp":"1795248000","type":"request_welcome"}"#
                : #"{"from_user_id":"DE.\#($0)","id":"w\#($0)","timestamp":"1795248000","type":"request_welcome"}"#
        }
        let body = Bodies.envelope(
            #""contacts":[\#(contacts.joined(separator: ","))],"messages":[\#(messages.joined(separator: ","))]"#
        )
        let events = try #require(try decode(body).batches.first?.events)
        #expect(events.map(\.name) == (0..<count).map { "N\($0)" })
        #expect(events.map(\.sender.scopedID) == (0..<count).map { "DE.\($0)" })
        #expect(events.map(\.sender.phone?.digits) == (0..<count).map { "49171392\(1000 + $0)" })
    }

    @Test("a sender may lack phone, id or both, and empty texts name nobody", arguments: sendersRows)
    func senders(row: (json: String, address: ShopperAddress)) throws {
        let event = try only(
            Bodies.envelope(#""messages":[{\#(row.json)"id":"w","timestamp":1795248000,"type":"request_welcome"}]"#)
        )
        #expect(event.sender == row.address)
    }

    private static let sendersRows: [(json: String, address: ShopperAddress)] = [
        ("", ShopperAddress()),
        (#""from":"","from_user_id":"","#, ShopperAddress()),
        (#""from":491713920044,"#, ShopperAddress(phone: PhoneNumber("491713920044"))),
        (
            #""from_user_id":"US.1","from_parent_user_id":"US.ENT.2","#,
            ShopperAddress(scopedID: "US.1", parentScopedID: "US.ENT.2")
        ),
        (#""from":"abc","#, ShopperAddress(scopedID: "abc")),
        (#""from":null,"from_user_id":"US.1","#, ShopperAddress(scopedID: "US.1")),
    ]

    @Test("a time may be seconds or milliseconds, text or number; without one the arrival counts", arguments: timesRows)
    func times(row: (json: String, at: Timestamp)) throws {
        let event = try only(
            Bodies.envelope(#""messages":[{"from":"491713920044","id":"w"\#(row.json),"type":"request_welcome"}]"#)
        )
        #expect(event.at == row.at)
    }

    private static let timesRows: [(json: String, at: Timestamp)] = [
        (#","timestamp":"1795248000""#, Timestamp(seconds: 1_795_248_000)),
        (#","timestamp":1795248000"#, Timestamp(seconds: 1_795_248_000)),
        (#","timestamp":1795248000123"#, Timestamp(milliseconds: 1_795_248_000_123)),
        (#","timestamp":"1795248000123""#, Timestamp(milliseconds: 1_795_248_000_123)),
        (#","timestamp":"soon""#, Bodies.received),
        (#","timestamp":-5"#, Bodies.received),
        (#","timestamp":99999999999999999"#, Bodies.received),
        ("", Bodies.received),
    ]

    @Test("an item without an id gets the same one whenever the body comes again")
    func madeIDs() throws {
        let body = Bodies.envelope(
            #""messages":[{"from":"491713920044","timestamp":"1795248000","type":"text","text":{"body":"a"}},{"from":"491713920044","id":"","timestamp":"1795248000","type":"text","text":{"body":"b"}}]"#
        )
        let first = try decode(body).batches.flatMap(\.events)
        let again = try WhatsApp.decode(body, receivedAt: Bodies.received + .hours(1)).batches.flatMap(\.events)
        #expect(first.map(\.externalID) == again.map(\.externalID))
        #expect(Set(first.map(\.externalID)).count == 2)
        #expect(first.allSatisfy { !$0.externalID.isEmpty })
    }

    @Test("samples of the dashboard are marked, their statuses kept away from messages")
    func samples() throws {
        let message = #"{"from":"16315551181","id":"w","timestamp":"1795248000","type":"text","text":{"body":"x"}}"#
        let status = #"{"id":"w","status":"sent","timestamp":"1795248000"}"#
        let byNumber = try decode(
            Bodies.envelope(#""messages":[\#(message)],"statuses":[\#(status)]"#, number: "123456123")
        )
        #expect(byNumber.batches.flatMap(\.events).map(\.isTest) == [true, true])
        #expect(byNumber.batches.flatMap(\.statuses).isEmpty)
        let byEntry = try only(
            Bodies.change(#"{"field":"messages","value":{"messages":[\#(message)]}}"#, entry: "0")
        )
        #expect(byEntry.isTest)
    }

    @Test("one odd item leaves its neighbours alone")
    func isolation() throws {
        let deep = String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
        let webhook = try decode(
            Bodies.messages(
                #"{"from":"491713920044","id":"w1","timestamp":"1795248000","type":"text","text":{"body":"a"}}"#,
                #"{"id":"w2","type":"text","text":\#(deep)}"#,
                "false",
                #"{"from":"491713920044","id":"w4","timestamp":"1795248000","type":"text","text":{"body":"d"}}"#
            )
        )
        let events = webhook.batches.flatMap(\.events)
        #expect(events.map(\.kind) == ["text", "unknown", "unknown", "text"])
    }

    @Test("what is no envelope says where, what was expected and what to do", arguments: unreadableRows)
    func unreadable(row: (body: String, location: String)) throws {
        let error = #expect(throws: UnreadableWebhook.self) { try decode(Array(row.body.utf8)) }
        #expect(error?.location == row.location)
        #expect(error?.expected.isEmpty == false)
        #expect(error?.remedy.isEmpty == false)
    }

    private static let unreadableRows: [(body: String, location: String)] = [
        (#"{"object":"#, "line 1, byte 10"), ("", "line 1, byte 0"), ("[]", "entry"), ("7", "entry"),
        (#"{"object":"page","entry":[]}"#, "object"), (#"{"object":"whatsapp_business_account"}"#, "entry"),
        (#"{"entry":7}"#, "entry"),
    ]
}
