package import Kernel

/// The way out: one HTTP call to the platform, the billing endpoint or a shop partner.
package protocol Transport: Sendable {
    /// Makes the call and says what is known of it afterwards; never throws and never repeats a call by itself.
    func send(_ request: HTTPCall) async -> HTTPOutcome
}

/// One field of an HTTP head, its name as the sender spells it.
///
/// Its description never shows what an `Authorization` field holds.
package struct HTTPHeader: Sendable, Equatable, CustomStringConvertible {
    /// The field's name; compared without regard to case.
    package let name: String
    /// The field's value as it stands on the wire, without line breaks.
    package let value: String

    /// Names a field and what it holds.
    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this is the field of that name, case disregarded.
    package func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count
            && zip(name.utf8, other.utf8).allSatisfy { $0 == $1 || Self.folded($0) == Self.folded($1) }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    package var description: String {
        isNamed("Authorization") ? "\(name): [hidden]" : "\(name): \(value)"
    }
}

/// A call to be made.
///
/// Its description shows method, address without query, and size: neither token nor body.
package struct HTTPCall: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// `GET`, `POST`, …, in capitals.
    package var method: String
    /// The whole address; `http` and `https` only.
    package var url: String
    /// The fields to send, in order.
    ///
    /// Senders of many calls share one array: the same array costs nothing to compare.
    package var headers: [HTTPHeader]
    /// What is sent after the head; empty for none.
    package var body: [UInt8]
    /// How long all of it may take, waiting for a free connection included.
    package var timeout: Span

    /// Describes a call.
    package init(
        method: String,
        url: String,
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        timeout: Span = .seconds(30)
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }

    package var description: String {
        "\(method) \(url.prefix { $0 != "?" }) (\(body.count) bytes)"
    }

    package var debugDescription: String { description }
}

/// What the other side answered.
///
/// Its description shows status and size, never the body.
package struct HTTPAnswer: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The status, such as 200.
    package var status: Int
    /// The answer's fields in the order they came.
    package var headers: [HTTPHeader]
    /// The whole body.
    package var body: [UInt8]

    /// Describes an answer.
    package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of the field of that name, case disregarded.
    package func header(_ name: String) -> String? {
        headers.first { $0.isNamed(name) }?.value
    }

    package var description: String { "\(status) (\(body.count) bytes)" }

    package var debugDescription: String { description }
}

/// What is known of a call once it has ended.
package enum HTTPOutcome: Sendable, Equatable {
    /// The other side answered, with whatever status.
    case answered(HTTPAnswer)
    /// Nothing of the request left this machine: it may be sent again without fear. The words are safe for any log.
    case notSent(String)
    /// The request may have arrived: sending had begun when time ran out or the connection broke. Safe for any log.
    case lost(String)
}
