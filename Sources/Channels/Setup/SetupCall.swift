import Kernel

/// A call of the set-up, without host and token: what is asked of a platform apart from messages.
package struct SetupCall: Sendable, Equatable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    /// Whose token opens the door.
    package enum Opening: Sendable, Equatable {
        /// The account's own.
        case account
        /// The app's id and secret together.
        case app
    }

    package var method: Method
    /// Node and edge without a slash before them, `330044005500661/conversational_automation`.
    package var path: String
    package var query: [Pair]
    /// JSON, or nothing.
    package var body: [UInt8]
    package var opening: Opening
    /// Whether its path stands below a version of the API.
    package var isVersioned = true

    /// A name of the query with its value, neither encoded.
    package struct Pair: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    init(
        _ method: Method,
        _ path: String,
        query: [Pair] = [],
        body: [UInt8] = [],
        opening: Opening = .account
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.opening = opening
    }

    /// Whether it changes nothing.
    package var isReading: Bool { method == .get }

    /// The whole address.
    ///
    /// - Parameters:
    ///   - base: Host and version, such as `https://graph.facebook.com/v26.0`.
    ///   - proof: What proves that we know the app's secret; nil where it is not to be shown.
    /// - Returns: Base, path and query.
    package func url(base: String, proof: String? = nil) -> String {
        Self.address(
            "\(isVersioned ? base : Self.host(of: base))/\(path)",
            query + (proof.map { [Pair("appsecret_proof", $0)] } ?? [])
        )
    }

    /// The base without a version at its end.
    private static func host(of base: String) -> String {
        guard let slash = base.lastIndex(of: "/") else { return base }
        let last = base[slash...].dropFirst()
        let isVersion = last.first == "v" && last.dropFirst().allSatisfy { $0 == "." || ("0"..."9").contains($0) }
        return isVersion ? String(base[..<slash]) : base
    }

    /// An address with names and values behind it, all that could be misread written as percent signs.
    package static func address(_ path: String, _ pairs: [Pair]) -> String {
        let text = pairs.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
        return path + (text.isEmpty ? "" : "?\(text)")
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }

    static func json(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(write)
        return json.bytes
    }
}

extension SetupCall {
    /// What proves to the platform that the caller knows the app's secret: HMAC of the token with the secret.
    /// - Source: Messenger Platform, Send API, `appsecret_proof`.
    package static func proof(token: String, secret: String) -> String {
        HMACSHA256.hex(key: secret, body: Array(token.utf8))
    }

    /// What opens an app's own door.
    package static func appToken(app: String, secret: String) -> String { "\(app)|\(secret)" }
}
