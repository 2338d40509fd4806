import Channels
import Kernel
import Messaging
import Testing

/// Files as they are found: bodies without a name, recordings of several, broken ones among good ones.
struct RecordingTests {
    private func printed(_ text: String) -> Normalised {
        Normaliser.lines(file: "f", body: Array(text.utf8), channel: nil)
    }

    /// Channel and kind of each line.
    private func kinds(_ text: String) -> [String] {
        printed(text).lines.map { line in
            let root = try? JSONDocument(Array(line.utf8)).root
            return "\(root?["channel"]?.string ?? "") \(root?["kind"]?.string ?? "")"
        }
    }

    private static let page =
        #"{"object":"page","entry":[{"id":"1002","messaging":[{"sender":{"id":"7"},"message":{"mid":"m","text":"a"}}]}]}"#
    private static let number =
        #"{"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages","value":{"messages":[{"from":"491713920044","id":"w","type":"request_welcome"}]}}]}]}"#

    @Test("a body without an object is known by its shape, its account or its field", arguments: unnamed)
    func unnamedBody(row: (body: String, kinds: [String])) {
        #expect(kinds(row.body) == row.kinds)
    }

    private static let item = #""sender":{"id":"7"},"recipient":{"id":"1002"},"message":{"mid":"m","text":"a"}"#
    private static let instagramItem =
        #""sender":{"id":"7"},"recipient":{"id":"17841400000000001"},"message":{"mid":"m","text":"a"}"#

    private static let unnamed: [(body: String, kinds: [String])] = [
        (#"{"entry":[{"id":"1002","messaging":[{\#(item)}]}]}"#, ["messenger text"]),
        (#"{"entry":[{"id":"17841400000000001","standby":[{\#(item)}]}]}"#, ["instagram text"]),
        (#"{\#(item)}"#, ["messenger text"]),
        (#"{\#(instagramItem)}"#, ["instagram text"]),
        (#"{"field":"comments","value":{"id":"c","text":"A12","media":{"id":"m"}}}"#, ["instagram comment"]),
        (#"{"sample":{"field":"live_comments","value":{"id":"c","text":"A12"}}}"#, ["instagram comment"]),
        (
            #"{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"c","message":"A12"}}"#,
            ["messenger comment"]
        ),
        (#"{"field":"messages","value":{\#(item)}}"#, ["instagram text"]),
        (#"{"entry":[{"id":"0","changes":[{"field":"messages","value":{\#(item)}}]}]}"#, ["instagram text"]),
        (#"{"entry":[{"id":"1002","changes":[{"field":"messages","value":{\#(item)}}]}]}"#, ["messenger text"]),
        (#"{"field":"messages","value":{\#(instagramItem)}}"#, ["instagram text"]),
        (
            #"{"field":"messaging_postbacks","value":{"sender":{"user_ref":"r"},"postback":{"title":"T"}}}"#,
            ["messenger tap"]
        ),
        (
            #"{"entry":[{"id":"1002","changes":[{"field":"messaging_policy_enforcement","value":{"policy_enforcement":{"action":"block"}}}]}]}"#,
            ["messenger accountNotice"]
        ),
        (
            #"{"field":"messages","value":{"messages":[{"from":"491713920044","id":"w","type":"request_welcome"}]}}"#,
            ["whatsapp tap"]
        ),
        (
            #"{"field":"messaging_handovers","value":{"messaging_product":"whatsapp","type":"control_taken"}}"#,
            ["whatsapp handover"]
        ),
        (#"{"field":"account_update","value":{"event":"X"}}"#, ["whatsapp accountNotice"]),
    ]

    @Test("a recording may hold bodies of several channels, in a list, by name or beside their headers")
    func severalChannels() {
        let both = ["messenger text", "whatsapp tap"]
        #expect(kinds("[\(Self.page),\(Self.number)]") == both)
        #expect(kinds(#"{"first":\#(Self.page),"second":\#(Self.number),"note":"n"}"#) == both)
        #expect(kinds(#"[{"headers":{},"body":\#(Self.page)},[\#(Self.number)]]"#) == both)
        #expect(kinds("[\(Self.page),7]") == ["messenger text", "whatsapp unknown"])
    }

    /// JSON as a text inside of other JSON.
    private func text(_ json: String) -> String {
        "\"" + json.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    @Test("bodies are found under any name, some levels down, and as text, even as text in text")
    func wrapped() {
        let both = ["messenger text", "whatsapp tap"]
        let texts = [text(Self.page), text(Self.number)]
        #expect(kinds(#"{"request":{"method":"POST","json":[\#(Self.page),\#(Self.number)]}}"#) == both)
        #expect(kinds(#"{"isBase64Encoded":false,"body":\#(texts[0])}"#) == ["messenger text"])
        #expect(kinds(#"{"Records":[{"id":"1","body":\#(texts[0])},{"id":"2","body":\#(texts[1])}]}"#) == both)
        #expect(kinds("[\(texts[0]),\(texts[1])]") == both)
        #expect(kinds(text(text(Self.page))) == ["messenger text"])
        #expect(
            kinds(#"{"eventDetails":{"rawEvent":{"field":"account_update","value":{"event":"X"}}}}"#)
                == ["whatsapp accountNotice"]
        )
        #expect(
            kinds(#"{"type":"in","said":{"id":"w","from":"491713920044","type":"request_welcome"}}"#)
                == ["whatsapp tap"]
        )
    }

    @Test(
        "what holds no body is kept whole",
        arguments: [
            #"{"object":"user","entry":[{"changes":[{"field":"likes","value":{}}]}]}"#, #"{"a":{"b":"{"}}"#,
            #"{"body":"[1,2]"}"#, #"{"wrapped":{"object":"user","entry":7}}"#, "\"no body\"",
        ]
    )
    func keptWhole(body: String) {
        #expect(kinds(body) == ["whatsapp unknown"])
        #expect(printed(body).faults.isEmpty)
    }

    @Test("a body that doesn't say whose it is may hold entries of several channels")
    func severalChannelsInOne() {
        let entry = #"{"id":"2","changes":[{"field":"account_update","value":{"event":"X"}}]}"#
        let body = #"{"entry":[{"id":"1002","messaging":[{\#(Self.item)}]},\#(entry)]}"#
        #expect(kinds(body) == ["messenger text", "whatsapp accountNotice"])
    }

    @Test("a broken body costs none of the others, however they are spread over lines")
    func broken() {
        let both = ["messenger text", "whatsapp tap"]
        let spread = Self.page.replacing("[", with: "[\n  ").replacing("}]", with: "}\n ]")
        for text in [
            "\(Self.page)\n\(Self.number.dropLast(9))\n\(Self.number)",
            "\(spread)\n\(spread.dropLast(9))\n\(Self.number)",
            "\(Self.page),\n\(Self.number)", "hello\n\(Self.page)\n\(Self.number)",
            "\(Self.page)\n\(Self.number)\n\(Self.number.dropLast(9))",
            "\u{FEFF}\(Self.page)\n\u{FEFF}\(Self.number)\n{",
        ] {
            #expect(kinds(text) == both, "\(text)")
            #expect(printed(text).faults.count == 1, "\(text)")
        }
    }

    @Test(
        "numbers and words of a text that holds no body are no events",
        arguments: ["12 apples", "7\nhello", "\"a\" b"]
    )
    func noBody(text: String) {
        #expect(printed(text).lines.isEmpty)
        #expect(printed(text).faults.count == 1)
    }

    @Test("what only looks like JSON is refused with its place and what belongs there")
    func likeJSON() {
        for (text, fault) in [
            ("{'object': 'page'}", "line 1, byte 1: expected a key in double quotes or }"),
            (#"{\"object\":\"page\"}"#, "line 1, byte 1: expected a key in double quotes or }"),
            (#"{"object":"page",}"#, "line 1, byte 17: expected a key in double quotes"),
            (#"{"object":'page'}"#, "line 1, byte 10: expected a value"),
        ] {
            #expect(printed(text).lines.isEmpty)
            #expect(printed(text).faults.map { $0.contains(fault) } == [true], "\(text): \(printed(text).faults)")
        }
    }

    @Test("a card number is taken out of what is printed, an id is not")
    func cardNumbers() {
        let said = Self.page.replacing(#""text":"a""#, with: #""text":"my card 4111 1111 1111 1111""#)
        #expect(printed(said).lines.first?.contains(#""text":"my card [card removed]""#) == true)
        let named = Self.page.replacing(#""mid":"m""#, with: #""mid":"4111111111111111""#)
        #expect(printed(named).lines.first?.contains(#""id":"4111111111111111""#) == true)
    }

    @Test("an event is one line for every reader, whatever separates lines in what was said")
    func oneLine() throws {
        let said = Self.page.replacing(#""text":"a""#, with: #""text":"a\u2028b\u2029c\u0085d\n""#)
        let line = try #require(printed(said).lines.first)
        #expect(line.split(whereSeparator: \.isNewline).count == 1)
        #expect(try JSONDocument(Array(line.utf8)).root["text"]?.string == "a\u{2028}b\u{2029}c\u{85}d\n")
    }
}
