import Kernel
import Testing

/// Values after one another: which are read, and where the faults are.
struct JSONSequenceTests {
    /// Each value as text, each fault as its place.
    private func read(_ text: String) -> [String] { read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8]) -> [String] {
        JSONSequence(bytes).map { part in
            switch part {
            case .success(let document): document.root.description
            case .failure(let fault): "line \(fault.line), byte \(fault.offset)"
            }
        }
    }

    @Test("values on one line, on several lines and without blanks between them are read")
    func several() {
        #expect(read("{\"a\":1}\n[2] 3 \"x\"{}") == [#"{"a":1}"#, "[2]", "3", "\"x\"", "{}"])
        #expect(read("{\n\"a\":\n1}\r\n[\n]") == ["{\n\"a\":\n1}", "[\n]"])
        #expect(read("") == [])
        #expect(read(" \n\t") == [])
    }

    @Test("a value can be looked into")
    func members() throws {
        let last = try #require(Array(JSONSequence(Array("{} {\"a\":1}".utf8))).last)
        #expect(try last.get().root["a"]?.int == 1)
    }

    @Test("a fault says its line and byte, and reading goes on at the next line")
    func goesOn() {
        #expect(read("{\"a\":\n{\"b\":2}") == ["line 1, byte 5", #"{"b":2}"#])
        #expect(read("[1]\nhello\n\n[2]\n{\"a\"") == ["[1]", "line 2, byte 4", "[2]", "line 5, byte 19"])
        #expect(read("{},\n{}") == ["{}", "line 1, byte 2", "{}"])
    }

    @Test("a broken value over several lines is one fault")
    func overSeveralLines() {
        #expect(read("{\n \"a\": [\n  {},\n  ,\n ]\n}\n{\n \"b\": 2\n}") == ["line 4, byte 18", "{\n \"b\": 2\n}"])
    }

    @Test("byte order marks are no values")
    func marks() {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(read(mark + Array("{}\n".utf8) + mark + Array("[]".utf8)) == ["{}", "[]"])
        #expect(read(Array("{\n".utf8) + mark + Array("[]".utf8)) == ["line 2, byte 2", "[]"])
    }

    @Test("broken UTF-8 in one value spoils no other")
    func brokenText() {
        #expect(JSONSequence([0x22, 0xFF, 0x22, 0x0A, 0x37]).compactMap { try? $0.get() }.count == 2)
    }

    @Test("lines that never end are not read to the end of the text each time")
    func neverEnding() {
        let clock = ContinuousClock()
        let text = Array(String(repeating: "[\n", count: 40_000).utf8)
        let time = clock.measure { #expect(read(text).count < 100) }
        #expect(time < .seconds(20))
    }
}
