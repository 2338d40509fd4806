import HTTPTypes
import HummingbirdCore
import NIOCore
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

    /// The body as the server writes it; nothing goes out after the head of an answer to `HEAD`.
    func responseBody(to method: HTTPRequest.Method) -> ResponseBody {
        body.isEmpty || method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body))
    }
}
