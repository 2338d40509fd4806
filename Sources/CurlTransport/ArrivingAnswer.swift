import Ports

/// An answer while it comes in, line by line and chunk by chunk.
struct ArrivingAnswer {
    /// Why we ended the transfer ourselves; nil while we did not.
    private(set) var complaint: String?
    private var headers: [HTTPHeader] = []
    private var body: [UInt8] = []
    private var headBytes = 0

    /// Forgets the answer before.
    mutating func clear() {
        complaint = nil
        headers = []
        body = []
        headBytes = 0
    }

    /// Notes why the transfer is ended from our side.
    mutating func complain(_ words: String) {
        complaint = words
    }

    /// Adds body bytes; false once there are more than allowed.
    mutating func take(body bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
        guard body.count + bytes.count <= limit else {
            complain("the answer is larger than \(limit) bytes")
            return false
        }
        unsafe body.append(contentsOf: bytes)
        return true
    }

    /// Adds a line of the head; false once the head is larger than allowed.
    ///
    /// A status line starts the head anew, so that an interim answer (`100 Continue`) leaves nothing behind.
    mutating func take(line bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
        headBytes += bytes.count
        guard headBytes <= limit else {
            complain("the answer's head is larger than \(limit) bytes")
            return false
        }
        let line = unsafe String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            headers = []
        } else if let header = Self.field(line) {
            headers.append(header)
        }
        return true
    }

    /// The answer, now that all of it is here.
    func finished(status: Int) -> HTTPAnswer {
        HTTPAnswer(status: status, headers: headers, body: body)
    }

    private static func field(_ line: String) -> HTTPHeader? {
        let bytes = line.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        let value = bytes[bytes.index(after: colon)...].drop(while: isBlank)
        let end = value.lastIndex { !isBlank($0) }.map { value.index(after: $0) } ?? value.startIndex
        return HTTPHeader(name: String(line[..<colon]), value: String(line[value.startIndex..<end]))
    }
}
