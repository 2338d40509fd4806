import HTTPTypes
import HummingbirdCore
import NIOCore
import Platform

/// Between HTTP as the server reads it and calls as the platform takes them.
extension EmulatorServer {
    /// Largest body the platform takes: an upload of 100 MB with its frame.
    private static let largestBody = 101_000_000

    static func call(_ request: Request) async throws -> PlatformCall {
        let body = try await request.body.collect(upTo: largestBody)
        return PlatformCall(
            method: request.method.rawValue,
            target: request.head.path ?? "/",
            headers: request.headers.map { PlatformHeader($0.name.rawName, $0.value) },
            body: Array(body.readableBytesView)
        )
    }

    static func head(of answer: PlatformAnswer) -> HTTPResponse {
        var fields = HTTPFields()
        for header in answer.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            fields.append(HTTPField(name: name, value: header.value))
        }
        if answer.status != 204 { fields[.contentLength] = String(answer.body.count) }
        return HTTPResponse(status: HTTPResponse.Status(code: answer.status), headerFields: fields)
    }

    static func body(of answer: PlatformAnswer) -> ResponseBody {
        answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    }
}
