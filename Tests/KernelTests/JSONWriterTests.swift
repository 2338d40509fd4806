import Foundation
import Kernel
import Testing

@Suite("writing JSON")
struct JSONWriterTests {
    @Test("commas, names and values stand where they should")
    func structure() {
        var writer = JSONWriter()
        writer.object { message in
            message.field("to", "+5511")
            message.objectField("text") { $0.field("body", "say \"hi\"\n\\ \u{1} é 😀 /") }
            message.arrayField("list") { list in
                list.int(-5)
                list.bool(true)
                list.null()
                list.number(text: "49.90")
                list.raw(Array("{}".utf8))
                list.array { _ in }
                list.object {
                    $0.key("a" + "b"); $0.string("")
                }
            }
            message.field("none", String?.none)
            message.field("some", Optional("x"))
            message.field("count", 3)
            message.field("flag", false)
            message.field("no", Int?.none)
            message.rawField("raw", Array("[1]".utf8))
        }
        #expect(
            writer.text == #"{"to":"+5511","text":{"body":"say \"hi\"\n\\ \u0001 é 😀 /"},"list":"#
                + #"[-5,true,null,49.90,{},[],{"ab":""}],"some":"x","count":3,"flag":false,"raw":[1]}"#
        )
    }

    @Test("texts that end like punctuation don't confuse the commas")
    func tricky() {
        var writer = JSONWriter()
        writer.array { for text in ["[", "{", ",", ":", ""] { $0.string(text) } }
        #expect(writer.text == #"["[","{",",",":",""]"#)
    }

    @Test(
        "numbers that JSON doesn't have are written as strings",
        arguments: ["01", "", "1.", "NaN", "1,5", "[1]", "1 2"]
    )
    func oddNumbers(text: String) {
        var writer = JSONWriter()
        writer.number(text: text)
        #expect(writer.text == "\"\(text)\"")
    }

    @Test("the ends of 64 bits are written in full")
    func ends() {
        var writer = JSONWriter()
        writer.array {
            $0.int(.max)
            $0.int(.min)
            $0.int(0)
        }
        #expect(writer.text == "[9223372036854775807,-9223372036854775808,0]")
    }

    @Test("what the writer writes, the reader reads, and Foundation too", arguments: UInt64(1)...100)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let texts = (0..<20).map { _ in Self.text(using: &random) }
        var writer = JSONWriter()
        writer.object { root in
            for (index, text) in texts.enumerated() {
                root.key(String(index) + text)
                root.array {
                    $0.string(text)
                    $0.int(Int64(index))
                }
            }
        }
        let members = Array(try JSONDocument(writer.bytes).root.members)
        #expect(members.map(\.value).map { $0[0]?.string } == texts)
        #expect(members.map(\.value).map { $0[1]?.int } == texts.indices.map(Int64.init))
        #expect(members.map(\.key) == texts.enumerated().map { String($0) + $1 })
        let theirs = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: [Any]]
        #expect(theirs?.count == Set(members.map(\.key)).count)
    }

    private static func text(using random: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "\"", "\\", "\n", "\u{1}", "\u{1F}", "é", "€", "😀", "\u{2028}", "/", "{", ",", "\u{301}", "\u{7F}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            if let scalar = scalars.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}
