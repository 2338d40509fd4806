import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import Ports

extension WebhookAnswer {
    /// Status line and fields as the server writes them.
    var head: HTTPResponse {
        var fields = HTTPFields()
        fields.reserveCapacity(2 + headers.count)
        if status != 304 { fields[.contentLength] = String(body.count) }
        fields[.contentType] = contentType
        for header in headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            fields.append(HTTPField(name: name, value: header.value))
        }
        return HTTPResponse(status: .init(code: status), headerFields: fields)
    }

    /// The same for an answer that goes the short way.
    var responseHead: HTTPResponseHead {
        var fields = HTTPHeaders()
        fields.reserveCapacity(2 + headers.count)
        fields.add(name: "content-length", value: String(body.count))
        fields.add(name: "content-type", value: contentType)
        for header in headers { fields.add(name: header.name, value: header.value) }
        return HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: fields)
    }

    /// The body as the server writes it; nothing goes out after the head of an answer to `HEAD`.
    func responseBody(to method: HTTPRequest.Method) -> ResponseBody {
        body.isEmpty || method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body))
    }
}
