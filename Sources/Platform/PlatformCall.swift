package import Kernel

/// A call of the business to the platform.
package struct PlatformCall: Sendable, Hashable {
    /// `GET`, `POST`, …, in capitals.
    package var method: String
    /// Path with query, `/v26.0/330044005500661/messages`.
    package var target: String
    /// Names in any case.
    package var headers: [PlatformHeader]
    /// The exact bytes.
    package var body: [UInt8]

    /// A call.
    package init(method: String, target: String, headers: [PlatformHeader] = [], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// First value of a header, whatever the case of its name (give it in lower case).
    package func header(_ name: String) -> String? {
        headers.first { $0.isNamed(name) }?.value
    }

    /// The access token it shows: a bearer header, else a parameter of the address.
    var token: String? {
        if let header = header("authorization") {
            return header.hasPrefix("Bearer ") ? String(header.dropFirst(7)) : nil
        }
        return query("access_token").map(String.init)
    }

    var path: Substring { target[..<(target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex)] }

    /// A value of the query, as written.
    func query(_ name: String) -> Substring? {
        let pairs = target.drop { $0 != "?" }.dropFirst().split(separator: "&")
        return pairs.first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
    }
}

/// A header line.
package struct PlatformHeader: Sendable, Hashable {
    /// Its name as the sender spells it.
    package var name: String
    /// What it holds.
    package var value: String

    /// A header line.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether a name in small letters is this one's, whatever its case.
    func isNamed(_ small: String) -> Bool {
        name.utf8.count == small.utf8.count
            && zip(name.utf8, small.utf8).allSatisfy { ($0.isCapital ? $0 | 0x20 : $0) == $1 }
    }
}

/// What became of a call.
package enum PlatformOutcome: Sendable, Hashable {
    case answered(PlatformAnswer)
    /// The connection was cut before an answer; whether the call was accepted stands in the ledger alone.
    case lost
    /// Nobody listened: nothing was sent.
    case unreachable

    /// The answer, if there was one.
    package var answer: PlatformAnswer? {
        if case .answered(let answer) = self { answer } else { nil }
    }
}

/// An answer of the platform.
package struct PlatformAnswer: Sendable, Hashable {
    /// HTTP status.
    package var status: Int
    /// Header lines in order.
    package var headers: [PlatformHeader]
    /// The exact bytes.
    package var body: [UInt8]
    /// Given only that long after the call.
    package var delay = Span.seconds(0)

    /// An answer.
    package init(status: Int, headers: [PlatformHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// What stands in for `unreachable` where a connection already exists: error 133004, nothing was sent.
    package static var unavailable: PlatformAnswer {
        let refusal = PlatformRefusal(133_004, "The server is temporarily unavailable")
        return .json(refusal.httpStatus, refusal.body(trace: "A"))
    }

    static func json(_ status: Int, _ body: [UInt8], type: String = "application/json; charset=UTF-8") -> PlatformAnswer
    {
        PlatformAnswer(status: status, headers: [PlatformHeader("content-type", type)], body: body)
    }
}
