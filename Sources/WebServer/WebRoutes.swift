import HTTPTypes
import HummingbirdCore
package import Kernel
import Logging
import NIOCore
package import Ports

/// Who answers what: the four kinds of path the server knows.
package struct WebRoutes: Sendable {
    /// Answers everything under `/webhooks/`.
    package let receiver: any WebhookReceiver
    /// Answers `/healthz`.
    package let health: @Sendable () async -> WebhookAnswer
    /// Finds what `/pictures/NAME` or `/pictures/SHOP/NAME` shows; decoded, with at most that slash.
    package let picture: @Sendable (_ name: String) async -> WebPicture?
    /// Answers a page that a browser asks for by any other path, decoded and without its query; nil where there is none.
    package let page: @Sendable (_ path: String) async -> WebhookAnswer?
    /// Tells the time of a request.
    package let now: @Sendable () -> Timestamp

    /// Names who answers what.
    package init(
        receiver: any WebhookReceiver,
        health: @escaping @Sendable () async -> WebhookAnswer,
        picture: @escaping @Sendable (_ name: String) async -> WebPicture?,
        page: @escaping @Sendable (_ path: String) async -> WebhookAnswer? = { _ in nil },
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.receiver = receiver
        self.health = health
        self.picture = picture
        self.page = page
        self.now = now
    }

    /// The answer to a request that has arrived completely.
    func answer(_ request: Request) async throws -> WebhookAnswer {
        let target = request.head.path ?? "/"
        let path = target.prefix { $0 != "?" }
        if path.hasPrefix("/webhooks/") {
            return try await webhook(request, target: target)
        }
        if path == "/healthz" {
            return request.method.onlyReads ? await health() : Self.notAllowed("GET, HEAD")
        }
        if path.hasPrefix("/pictures/") {
            return request.method.onlyReads ? await shown(request, path: path) : Self.notAllowed("GET, HEAD")
        }
        guard let found = await page(PercentCoding.decodedPath(path)) else { return Self.notFound }
        return request.method.onlyReads ? found : Self.notAllowed("GET, HEAD")
    }
}

extension WebRoutes {
    private static let notFound = WebhookAnswer(status: 404, body: Array("not found\n".utf8))

    private static func notAllowed(_ methods: String) -> WebhookAnswer {
        WebhookAnswer(
            status: 405,
            body: Array("not allowed\n".utf8),
            headers: [HTTPHeader(name: "Allow", value: methods)]
        )
    }

    private func webhook(_ request: Request, target: String) async throws -> WebhookAnswer {
        guard request.method == .post || request.method == .get else { return Self.notAllowed("GET, POST") }
        let call = WebhookCall(
            method: request.method.rawValue,
            target: target,
            headers: request.headers.map { HTTPHeader(name: $0.name.rawName, value: $0.value) },
            body: try await Self.bytes(of: request.body),
            receivedAt: now()
        )
        return await receiver.receive(call)
    }

    /// The body, copied once; the connection's guard hands it over in one piece.
    private static func bytes(of body: RequestBody) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in body {
            if bytes.isEmpty {
                bytes = Array(part.readableBytesView)
            } else {
                bytes.append(contentsOf: part.readableBytesView)
            }
        }
        return bytes
    }

    private func shown(_ request: Request, path: Substring) async -> WebhookAnswer {
        let name = PercentCoding.decodedPath(path.dropFirst("/pictures/".count))
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let arePlain = parts.allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains { "\\\0".contains($0) }
        }
        guard arePlain, parts.count <= 2, let picture = await picture(name) else { return Self.notFound }
        let tag = picture.entityTag
        let headers = [
            HTTPHeader(name: "ETag", value: tag),
            HTTPHeader(name: "Cache-Control", value: "public, max-age=600"),
        ]
        if request.headers[.ifNoneMatch]?.contains(tag) == true {
            return WebhookAnswer(status: 304, contentType: picture.contentType, headers: headers)
        }
        return WebhookAnswer(
            status: 200,
            contentType: picture.contentType,
            body: picture.bytes,
            headers: headers
        )
    }
}

extension HTTPRequest.Method {
    /// Whether it asks for something and changes nothing.
    fileprivate var onlyReads: Bool { self == .get || self == .head }
}
