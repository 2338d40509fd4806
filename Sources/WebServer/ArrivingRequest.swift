import NIOCore
import NIOHTTP1

/// A request whose head is here and whose body is still coming in.
struct ArrivingRequest {
    /// Why a request can't be taken.
    enum Refusal: Equatable { case tooLarge, noMemory }

    let head: HTTPRequestHead
    private(set) var body: ByteBuffer?
    /// The length the head promises; nil for a chunked body or none.
    let promisedLength: Int?
    /// Whether the client waits to be told before it sends the body.
    let awaitsContinue: Bool
    private var reserved = 0
    private let budget: BodyBudget

    init(head: HTTPRequestHead, budget: BodyBudget) {
        self.head = head
        self.budget = budget
        promisedLength = head.headers.first(name: "content-length").flatMap { Int($0) }
        awaitsContinue = head.headers.first(name: "expect")?.lowercased() == "100-continue"
    }

    /// Adds a part of the body.
    ///
    /// A body that comes in one piece is never copied here; room for a longer one is made once, from its promise.
    mutating func take(_ part: ByteBuffer, limit: Int) -> Refusal? {
        let length = (body?.readableBytes ?? 0) + part.readableBytes
        guard length <= limit else { return .tooLarge }
        guard body != nil else {
            body = part
            return nil
        }
        guard reserve(max(length, min(promisedLength ?? 0, limit))) else { return .noMemory }
        body?.reserveCapacity(reserved)
        body?.writeImmutableBuffer(part)
        return nil
    }

    /// Returns the memory it had reserved; nothing may be added afterwards.
    mutating func release() {
        budget.give(back: reserved)
        reserved = 0
    }

    /// Reserves this many bytes in all, and twice as many as before at least, as buffers grow.
    private mutating func reserve(_ bytes: Int) -> Bool {
        guard bytes > reserved else { return true }
        let wanted = promisedLength == nil ? max(bytes, reserved * 2) : bytes
        guard budget.take(wanted - reserved) else { return false }
        reserved = wanted
        return true
    }
}
