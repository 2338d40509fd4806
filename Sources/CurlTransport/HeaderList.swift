import CCurl
import Ports

/// The head of a request as libcurl wants it; made once for each array of fields and shared by the transfers.
@safe
final class HeaderList {
    /// The fields this list was made of.
    let headers: [HTTPHeader]
    /// The first link; libcurl reads the chain during a transfer and never frees it.
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    /// Links up the fields; nil if a name or value can't stand in a head, or memory ran out.
    init?(_ headers: [HTTPHeader]) {
        guard headers.allSatisfy(Self.isSendable) else { return nil }
        self.headers = headers
        unsafe first = nil
        for line in Self.lines(headers) {
            guard let longer = unsafe curl_slist_append(first, line) else { return nil }
            unsafe first = longer
        }
    }

    deinit { unsafe curl_slist_free_all(first) }

    /// The lines libcurl is given: ours, and those that keep it from adding its own.
    ///
    /// `Expect:` spares a round trip before each body; a field without value is written with a semicolon.
    /// - Source: libcurl, `CURLOPT_HTTPHEADER`.
    private static func lines(_ headers: [HTTPHeader]) -> [String] {
        var lines = headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        lines.append("Expect:")
        if !headers.contains(where: { $0.isNamed("Content-Type") }) { lines.append("Content-Type:") }
        return lines
    }

    /// What a field's name can't hold besides blanks and control characters.
    ///
    /// - Source: RFC 9110, 5.6.2 "Tokens".
    private static let separators = Set("()<>@,;:\\\"/[]?={}".utf8)

    /// Whether the field can't break out of its line.
    private static func isSendable(_ header: HTTPHeader) -> Bool {
        let isTokenByte = { (byte: UInt8) in (0x21...0x7E).contains(byte) && !separators.contains(byte) }
        return !header.name.isEmpty && header.name.utf8.allSatisfy(isTokenByte)
            && header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}

/// The lists used last, so that calls with equal fields share one.
struct HeaderShelf {
    private var lists: [HeaderList] = []
    private var next = 0
    private let room = 32

    /// The list for these fields, made if need be; nil if they can't stand in a head.
    mutating func list(for headers: [HTTPHeader]) -> HeaderList? {
        if let known = lists.first(where: { $0.headers == headers }) { return known }
        guard let made = HeaderList(headers) else { return nil }
        if lists.count < room {
            lists.append(made)
        } else {
            lists[next] = made
            next = (next + 1) % room
        }
        return made
    }
}
