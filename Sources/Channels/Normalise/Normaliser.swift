import Kernel
package import Messaging

/// What became of one file of webhook bodies.
package struct Normalised: Sendable, Equatable {
    /// One JSON object per event, in the order of the file.
    package var lines: [String]
    /// Bodies that are no JSON, each with its place: the exit status is then 1.
    package var faults: [String]

    package init(lines: [String] = [], faults: [String] = []) {
        self.lines = lines
        self.faults = faults
    }
}

/// Prints webhook bodies as events, one JSON object per line, whichever channel they came from.
package enum Normaliser {
    /// The events of a file.
    ///
    /// A file is one body; if more follows after the first JSON value, each line is a body.
    /// - Parameters:
    ///   - file: The file's name as it shall stand in the lines.
    ///   - body: What it holds.
    ///   - channel: Whose webhooks they are; nil: told by each body.
    /// - Returns: The lines, and the places that are no JSON.
    package static func lines(file: String, body: [UInt8], channel: ChannelKind?) -> Normalised {
        var result = Normalised()
        for part in bodies(of: body) {
            switch part {
            case .failure(let error): result.faults.append("\(file): \(UnreadableWebhook(error))")
            case .success(let document):
                result.lines += lines(
                    of: document.root,
                    file: file,
                    channel: channel ?? self.channel(of: document.root)
                )
            }
        }
        return result
    }

    private static func bodies(of bytes: [UInt8]) -> [Result<JSONDocument, JSONReadingError>] {
        let whole = read(bytes)
        guard case .failure(let fault) = whole else { return [whole] }
        let lines = byLine(bytes)
        if lines.allSatisfy(\.isSuccess), !lines.isEmpty { return lines }
        // Values written over several lines, one after another, are bodies too.
        let values = JSONDocument.values(in: bytes)
        if values.rest == nil, !values.documents.isEmpty { return values.documents.map { .success($0) } }
        return lines.count > 1 && lines.contains(where: \.isWholeObject) ? lines : [.failure(fault)]
    }

    private static func read(_ bytes: [UInt8], offset: Int = 0, line: Int = 1) -> Result<JSONDocument, JSONReadingError>
    {
        do {
            return .success(try JSONDocument(bytes, lenient: true))
        } catch {
            return .failure(
                JSONReadingError(offset: error.offset + offset, line: error.line + line - 1, expected: error.expected)
            )
        }
    }

    private static func byLine(_ bytes: [UInt8]) -> [Result<JSONDocument, JSONReadingError>] {
        var found: [Result<JSONDocument, JSONReadingError>] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            found.append(read(Array(line), offset: line.startIndex, line: index + 1))
        }
        return found
    }

    private static func lines(of root: JSONValue, file: String, channel: ChannelKind) -> [String] {
        let sink = LineSink(file: file, channel: channel)
        switch channel {
        case .whatsapp:
            var reader = WhatsAppReader(into: sink, receivedAt: LineSink.noTime)
            if (try? reader.read(root)) != nil { return reader.sink.lines }
        case .messenger, .instagram:
            var reader = MetaReader(into: sink, receivedAt: LineSink.noTime)
            if (try? reader.read(root)) != nil { return reader.sink.lines }
        }
        return [sink.line(unreadable: root)]
    }

    /// By the name of the object, else by the shape of the first entry; WhatsApp's where nothing tells.
    static func channel(of root: JSONValue) -> ChannelKind {
        let body = root[0] ?? root
        switch body["object"]?.string {
        case "page": return .messenger
        case "instagram": return .instagram
        case "whatsapp_business_account": return .whatsapp
        default:
            let item = body["entry"]?[0] ?? body["entry"] ?? body
            let isPage = ["messaging", "standby", "sender"].contains { item[$0] != nil }
            return isPage ? .messenger : .whatsapp
        }
    }
}

extension Result where Success == JSONDocument {
    fileprivate var isSuccess: Bool { (try? get()) != nil }
    fileprivate var isWholeObject: Bool { (try? get())?.root.kind == .object }
}
