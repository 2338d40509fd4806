/// A call to a partner as it goes over the wire, ready to send.
package struct PartnerCall: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// A header as it is sent.
    package struct Header: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// `POST` or `GET`.
    package let method: String
    package let url: String
    package let headers: [Header]
    package let body: [UInt8]

    package init(method: String, url: String, headers: [Header] = [], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// The value of the first header of that name, in whatever capitals.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Method, address and size: safe for any log, since keys stand in headers and people in bodies.
    package var description: String { "\(method) \(url) (\(body.count) bytes)" }

    /// As `description`.
    package var debugDescription: String { description }

    /// Shows nothing of headers and body to `dump` either.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
