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
    /// A file is one body; if more follows after the first JSON value, each further value is a body. A broken one costs
    /// none of the others.
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
                result.lines += lines(in: document.root, file: file, channel: channel)
            }
        }
        return result
    }

    /// The lines of a value of a file: a body of the channel, or where none is given whatever holds bodies of any.
    private static func lines(in value: JSONValue, file: String, channel: ChannelKind?) -> [String] {
        if let channel {
            return lines(of: value, file: file, channel: channel) ?? [unreadable(value, file: file, channel: channel)]
        }
        return Recording.bodies(in: value).flatMap { body in
            let guess = ChannelGuess.channel(of: body)
            if let lines = lines(of: body, file: file, channel: guess) { return lines }
            let inner = Recording.bodies(within: body)
            guard inner.isEmpty else { return inner.flatMap { lines(in: $0, file: file, channel: nil) } }
            return [unreadable(body, file: file, channel: guess)]
        }
    }

    /// The values of a file, each a body or broken; a broken one alone if there is nothing that could be a body.
    private static func bodies(of bytes: [UInt8]) -> [Result<JSONDocument, JSONReadingError>] {
        let values = Array(JSONSequence(bytes))
        guard let fault = values.first(where: { !$0.isSuccess }) else { return values.isEmpty ? [read(bytes)] : values }
        return values.contains(where: \.isContainer) ? values : [fault]
    }

    private static func read(_ bytes: [UInt8]) -> Result<JSONDocument, JSONReadingError> {
        do { return .success(try JSONDocument(bytes)) } catch { return .failure(error) }
    }

    /// Nil if this is no body of the channel.
    private static func lines(of root: JSONValue, file: String, channel: ChannelKind) -> [String]? {
        let sink = LineSink(file: file, channel: channel)
        switch channel {
        case .whatsapp:
            var reader = WhatsAppReader(into: sink, receivedAt: LineSink.noTime)
            return (try? reader.read(root)).map { reader.sink.lines }
        case .messenger, .instagram:
            var reader = MetaReader(into: sink, receivedAt: LineSink.noTime)
            return (try? reader.read(root)).map { reader.sink.lines }
        }
    }

    private static func unreadable(_ root: JSONValue, file: String, channel: ChannelKind) -> String {
        LineSink(file: file, channel: channel).line(unreadable: root)
    }
}

extension Result where Success == JSONDocument {
    fileprivate var isSuccess: Bool { (try? get()) != nil }
    fileprivate var isContainer: Bool {
        switch (try? get())?.root.kind {
        case .object, .array, .opaque: true
        default: false
        }
    }
}
