import Foundation
import NIOCore

/// One HTTP message as it came: its first line and its body; of the fields only the length is looked at.
struct WireMessage {
    let firstLine: String
    let body: [UInt8]
}

/// Takes HTTP/1.1 messages with `Content-Length` off a connection; requests and answers alike.
struct WireReader {
    private var buffer = ByteBuffer()

    mutating func add(_ more: inout ByteBuffer) { buffer.writeBuffer(&more) }

    /// The next message that is complete; nil until more comes.
    mutating func next() -> WireMessage? {
        guard let (head, length) = Self.measure(buffer.readableBytesView),
            buffer.readableBytes >= head + length, let bytes = buffer.readBytes(length: head),
            let body = buffer.readBytes(length: length)
        else { return nil }
        buffer.discardReadBytes()
        let firstLine = bytes.prefix { $0 != UInt8(ascii: "\r") }
        return WireMessage(firstLine: String(decoding: firstLine, as: UTF8.self), body: body)
    }

    /// Lengths of head and body; nil while the head is incomplete.
    private static func measure(_ bytes: ByteBufferView) -> (head: Int, body: Int)? {
        bytes.withUnsafeBytes { bytes in
            var start = 0
            var length = 0
            while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = bytes[start..<end]
                if line.count <= 1 { return (end + 1, length) }
                length = contentLength(line) ?? length
                start = end + 1
            }
            return nil
        }
    }

    private static func contentLength(_ line: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard line.first.map({ $0 | 0x20 }) == UInt8(ascii: "c"), line.count > 15,
            String(decoding: line.prefix(15), as: UTF8.self).lowercased() == "content-length:"
        else { return nil }
        return Int(String(decoding: line.dropFirst(15), as: UTF8.self).filter(\.isNumber))
    }
}
