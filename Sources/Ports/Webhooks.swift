package import Kernel

/// Whoever answers webhook calls; the web server knows no more of it than this.
package protocol WebhookReceiver: Sendable {
    /// Answers one call whose body has arrived completely.
    ///
    /// Called beside others. The answer goes out when this returns, so what must be durable is durable by then.
    func receive(_ call: WebhookCall) async -> WebhookAnswer
}

/// One HTTP request to a path under `/webhooks/`.
///
/// Its description shows method, path and size: neither query, field nor body.
package struct WebhookCall: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// `GET` or `POST`.
    package let method: String
    /// The path, percent signs decoded, without the query: `/webhooks/whatsapp/main`.
    package let path: String
    /// The query as it stood in the address, without its question mark; empty when there was none.
    package let rawQuery: String
    /// The request's fields in the order they came.
    package let headers: [HTTPHeader]
    /// The whole body, byte for byte.
    package let body: [UInt8]
    /// When the request was complete.
    package let receivedAt: Timestamp

    /// Describes a call.
    package init(
        method: String,
        path: String,
        rawQuery: String = "",
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        receivedAt: Timestamp
    ) {
        self.method = method
        self.path = path
        self.rawQuery = rawQuery
        self.headers = headers
        self.body = body
        self.receivedAt = receivedAt
    }

    /// The query's names and values, decoded (`+` is a blank), in order; a name without `=` has an empty value.
    package var query: [(name: String, value: String)] {
        rawQuery.split(separator: "&").map { pair in
            let cut = pair.firstIndex(of: "=") ?? pair.endIndex
            return (PercentCoding.decodedQuery(pair[..<cut]), PercentCoding.decodedQuery(pair[cut...].dropFirst()))
        }
    }

    /// The first value of that name in the query.
    package func queryValue(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }

    /// The first value of the field of that name, case disregarded.
    package func header(_ name: String) -> String? {
        headers.first { $0.isNamed(name) }?.value
    }

    package var description: String { "\(method) \(path) (\(body.count) bytes)" }

    package var debugDescription: String { description }
}

/// What a webhook call is answered with.
package struct WebhookAnswer: Sendable, Equatable {
    /// The status, such as 200 or 401.
    package var status: Int
    /// The body's media type.
    package var contentType: String
    /// The body, sent byte for byte.
    package var body: [UInt8]
    /// Further fields, such as `Retry-After`.
    package var headers: [HTTPHeader]

    /// Describes an answer.
    package init(
        status: Int,
        contentType: String = "text/plain; charset=utf-8",
        body: [UInt8] = [],
        headers: [HTTPHeader] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.headers = headers
    }
}
