import Logging

/// Keeps log lines off the screen of a chat; errors are handed on, so that a shopkeeper sees why no answer came.
struct ChatLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.error
    private let errors: AsyncStream<String>.Continuation

    init(_ errors: AsyncStream<String>.Continuation) { self.errors = errors }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        errors.yield(details.isEmpty ? "\(event.message)" : "\(event.message): \(details)")
    }
}

extension Logger {
    /// A logger whose errors come as lines of a stream.
    static func handingOver(to errors: AsyncStream<String>.Continuation) -> Logger {
        Logger(label: "shopkeeper") { _ in ChatLog(errors) }
    }
}
