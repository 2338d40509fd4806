import Ports

/// A body that waits for the writer, with its caller.
protocol WriterJob: AnyObject, Sendable {
    /// Runs the body once more, keeping what it returns.
    func run(_ transaction: StoreWriter) throws
    /// Answers the caller, after the commit or with what prevented it.
    func finish(_ error: (any Error)?)
}

/// A body with its result; only the writer's thread touches it once it is queued.
final class CommitJob<Value: Sendable>: WriterJob, @unchecked Sendable {
    private let body: @Sendable (any Transaction) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private var value: Value?

    init(_ body: @escaping @Sendable (any Transaction) throws -> Value, caller: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.caller = caller
    }

    func run(_ transaction: StoreWriter) throws { value = try body(transaction) }

    func finish(_ error: (any Error)?) {
        if let error {
            caller.resume(throwing: error)
        } else if let value {
            caller.resume(returning: value)
        } else {
            caller.resume(throwing: StoreError(.failed, "A commit ended before its body had run."))
        }
    }
}

/// A question about the writer's own connection, answered between two groups.
struct ConnectionQuestion: Sendable {
    let caller: CheckedContinuation<Int64, any Error>
}
