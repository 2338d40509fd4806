import Foundation

/// The parts of a `multipart/form-data` body, by name.
struct MultipartForm {
    struct Part {
        var content: [UInt8]
        var filename: String?
        var contentType: String?
        var text: String { String(decoding: content, as: UTF8.self) }
    }

    private var parts: [String: Part] = [:]

    /// Reads a call's body; nil if it is not of that type or ends early.
    init?(_ call: PlatformCall) {
        guard let type = call.header("content-type"), type.lowercased().hasPrefix("multipart/form-data"),
            let mark = type.range(of: "boundary=")
        else { return nil }
        let boundary = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        var rest = Data(call.body)
        let line = Data("--\(boundary)".utf8)
        guard let first = rest.range(of: line) else { return nil }
        rest = rest[first.upperBound...]
        while !rest.starts(with: Data("--".utf8)) {
            guard let end = rest.range(of: Data("\r\n".utf8) + line) else { return nil }
            add(rest[rest.startIndex..<end.lowerBound])
            rest = rest[end.upperBound...]
        }
    }

    subscript(name: String) -> Part? { parts[name] }

    private mutating func add(_ data: Data) {
        guard let gap = data.range(of: Data("\r\n\r\n".utf8)) else { return }
        let head = String(decoding: data[data.startIndex..<gap.lowerBound], as: UTF8.self)
        guard let name = Self.value("name", in: head) else { return }
        let type = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-type:") }
        parts[name] = Part(
            content: Array(data[gap.upperBound...]),
            filename: Self.value("filename", in: head),
            contentType: type.map { $0.dropFirst(13).trimmingCharacters(in: .whitespaces) }
        )
    }

    private static func value(_ name: String, in head: String) -> String? {
        guard let start = head.range(of: " \(name)=\"") else { return nil }
        return String(head[start.upperBound...].prefix { $0 != "\"" })
    }
}
