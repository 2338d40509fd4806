import Kernel
import Testing

@Suite("card numbers in raw bytes")
struct CardMaskRawTests {
    private func masked(_ text: String) -> String {
        String(decoding: CardMask.mask(raw: Array(text.utf8)).bytes, as: UTF8.self)
    }

    @Test("cards go from every place that people fill", arguments: CardSamples.cards)
    func places(card: String) throws {
        for (before, after) in [
            (#"{"text":{"body":"my card "#, #" ok"}}"#), (#"{"image":{"id":"123456789012345","caption":""#, #""}}"#),
            (#"{"order":{"text":""#, #""}}"#), (#"{"contacts":[{"phones":[{"phone":""#, #"","wa_id":"5511"}]}]}"#),
            (#"{"button":{"payload":""#, #"","text":"Buy"}}"#),
            (#"{"interactive":{"button_reply":{"id":""#, #"","title":"x"}}}"#),
            (#"{"interactive":{"list_reply":{"id":"pay "#, #"","title":"x"}}}"#), (#"{"name":""#, #""}"#),
            (#"{""#, #"":1}"#),
            (#"{"nfm_reply":{"response_json":"{\"card\":\""#, #"\"}"}}"#), (#"[""#, #""]"#),
        ] {
            let body = before + card + after
            #expect(masked(body) == before + CardMask.replacement + after)
            #expect((try? JSONDocument(Array(masked(body).utf8))) != nil)
        }
    }

    @Test("a bare number becomes a string", arguments: CardSamples.cards)
    func bareNumbers(card: String) {
        #expect(masked(#"{"number":\#(card)}"#) == #"{"number":"[card removed]"}"#)
        #expect(masked("[1,\(card),2]") == #"[1,"[card removed]",2]"#)
        #expect(masked(card) == #""[card removed]""#)
        #expect(masked(#"{"number":-\#(card).0}"#) == #"{"number":"[card removed]"}"#)
    }

    @Test("cards go from escapes", arguments: CardSamples.cards)
    func escapes(card: String) {
        let ascii = card.map { "\\u003\($0)" }.joined()
        let wide = card.map { "\\uff1\($0)" }.joined()
        #expect(masked(#"{"body":"a \#(ascii) b"}"#) == #"{"body":"a [card removed] b"}"#)
        #expect(masked(#"{"body":"a \#(wide) b"}"#) == #"{"body":"a [card removed] b"}"#)
        #expect(masked(#"{"body":"\#(ascii.replacing("\\", with: "\\\\"))"}"#) == #"{"body":"[card removed]"}"#)
        for separator in [#"\n"#, #"\u00a0"#, #"\/"#, #"\u200b"#, #"\t"#, #"\u2009-"#] {
            let written = CardSamples.grouped(card, CardSamples.printed(card), by: separator)
            #expect(masked(#"{"body":"\#(written)"}"#) == #"{"body":"[card removed]"}"#, "\(written)")
        }
    }

    @Test("digits beyond the first plane go in surrogate pairs")
    func surrogates() {
        // Mathematical double-struck digits begin at U+1D7D8.
        let written = "4242424242424242".compactMap(\.wholeNumberValue)
            .map { "\\ud835\\udf" + String(0xD8 + $0, radix: 16) }.joined()
        #expect(masked(#"{"body":"\#(written)"}"#) == #"{"body":"[card removed]"}"#)
    }

    @Test(
        "cards go from unreadable bodies",
        arguments: CardSamples.cards,
        [
            (#"{"object":"#, ""), (#"{"text":{"body":""#, ""), (#"{"id":""#, #""#), ("", ""), ("\u{0}card=", "&x"),
            (#"{"a":1}}"#, "}"),
        ]
    )
    func unreadable(card: String, around: (String, String)) {
        let body = around.0 + card + around.1
        let result = masked(body)
        #expect(CardSamples.digits(of: result).contains(card) == false, "\(body)")
        let escaped = around.0 + card.map { "\\u003\($0)" }.joined() + around.1
        #expect(masked(escaped).contains("\\u003") == false)
    }

    @Test("ids of the platform stay though they pass for cards")
    func identities() {
        // Each is a run of 15 to 17 digits that begins and ends as a card does.
        let body = #"""
            {"object":"page","entry":[{"id":"4242424242424242","time":1700000000000,"changes":[{"value":{"metadata":
            {"display_phone_number":"15550783881","phone_number_id":"378282246310005"},"messages":[{"from":"5511987654321",
            "id":"wamid.HBgNNTUxMTk4NzY1NDMyMRUCABIYFDNB","timestamp":"1700000000","image":{"id":"6011111111111117","sha256":
            "abc4242424242424242=","url":"https:\/\/lookaside.fbsbx.com\/whatsapp_business\/attachments\/?mid=5555555555554444"},
            "referral":{"source_id":"4242424242424242"}}],"post_id":"4242424242424242_5555555555554444","ad_ids":
            [4242424242424242,"378282246310005"],"recipient_id":378282246310005,"catalog_id":"4242424242424242"}}]}]}
            """#
        #expect(masked(body) == body)
    }

    @Test("an id's name protects nothing but ids")
    func disguises() {
        #expect(masked(#"{"id":"4242 4242 4242 4242"}"#) == #"{"id":"[card removed]"}"#)
        #expect(masked(#"{"order_id":"4242-4242-4242-4242"}"#) == #"{"order_id":"[card removed]"}"#)
        #expect(
            masked(#"{"url":"https://example.com/4242424242424242"}"#)
                == #"{"url":"https://example.com/[card removed]"}"#
        )
        #expect(masked(#"{"url":"https://evilfbsbx.com/4242424242424242"}"#).contains("4242") == false)
        #expect(masked(#"{"wa_id":"4242424242424242"}"#) == #"{"wa_id":"[card removed]"}"#)
        #expect(masked(#"{"id":{"text":"4242424242424242"}}"#) == #"{"id":{"text":"[card removed]"}}"#)
    }

    @Test("the same id goes where no name can be trusted")
    func brokenIdentities() {
        #expect(masked(#"{"id":"4242424242424242""#) == #"{"id":"[card removed]""#)
    }

    @Test("cards go from below the depth limit", arguments: [70, 200, 10_000])
    func depth(levels: Int) throws {
        let open = String(repeating: #"{"id":["#, count: levels)
        let close = String(repeating: "]}", count: levels)
        let body = open + #""4242424242424242","\"",5555555555554444,"x""# + close
        let result = masked(body)
        #expect(result == open + #""[card removed]","\"","[card removed]","x""# + close)
        _ = try JSONDocument(Array(result.utf8))
    }

    @Test("broken UTF-8 hides no card and is left as it is")
    func brokenText() {
        let bytes = Array(#"{"body":""#.utf8) + [0xFF, 0xC3] + Array(#" 4242424242424242"}"#.utf8)
        let expected = Array(#"{"body":""#.utf8) + [0xFF, 0xC3] + Array(#" [card removed]"}"#.utf8)
        #expect(CardMask.mask(raw: bytes).bytes == expected)
    }
}
