import Kernel

/// Why the platform turns a call down, in its own shape and codes.
///
/// ```json
/// {"error":{"message":"(#131009) Parameter value is not valid","type":"OAuthException","code":131009,
///  "error_data":{"messaging_product":"whatsapp","details":"text.body: expected 1 to 4096 characters"},
///  "is_transient":false,"fbtrace_id":"A…"}}
/// ```
/// - Source: WhatsApp "Error codes".
struct PlatformRefusal: Error, Sendable, Hashable {
    var code: Int
    var details: String
    var subcode: Int?
    var status: Int?

    init(_ code: Int, _ details: String, subcode: Int? = nil, status: Int? = nil) {
        self.code = code
        self.details = details
        self.subcode = subcode
        self.status = status
    }

    /// The code that a channel usually gives with a status; nil where it has none.
    static func usualCode(of status: Int, on channel: PlatformChannel) -> Int? {
        let isWhatsApp = channel == .whatsApp
        return switch status {
        case 400: isWhatsApp ? 131_009 : 100
        case 401: 190
        case 403: 10
        case 429: isWhatsApp ? 130_429 : 613
        case 500: isWhatsApp ? 131_000 : 1
        case 503: isWhatsApp ? 131_016 : 1_200
        default: nil
        }
    }

    /// A parameter that has to be there is not.
    static func missing(_ path: String) -> PlatformRefusal { PlatformRefusal(131008, "\(path) is required") }

    /// A parameter has a value that can't be taken.
    static func invalid(_ path: String, _ expected: String) -> PlatformRefusal {
        PlatformRefusal(131009, "\(path): expected \(expected)")
    }

    /// The call itself does not make sense.
    static func parameter(_ details: String) -> PlatformRefusal { PlatformRefusal(100, details) }

    /// The HTTP status the code usually comes with; callers are told to decide by the code.
    var httpStatus: Int {
        if let status { return status }
        return switch code {
        case 0, 190: 401
        case 3, 10, 200...299, 131005, 368, 131031: 403
        case 4, 80007, 130429: 429
        case 131000, 1: 500
        case 2, 131016, 133004: 503
        default: 400
        }
    }

    var title: String { Self.titles[code] ?? "Unknown error" }

    /// Body of the answer; `trace` stands in for the platform's own trace id.
    func body(trace: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.objectField("error") { error in
                error.field("message", "(#\(code)) \(title)")
                error.field("type", subcode == 33 ? "GraphMethodException" : "OAuthException")
                error.field("code", Int64(code))
                if let subcode { error.field("error_subcode", Int64(subcode)) }
                error.objectField("error_data") { data in
                    data.field("messaging_product", "whatsapp")
                    data.field("details", details)
                }
                error.field("is_transient", Self.transientCodes.contains(code))
                error.field("fbtrace_id", trace)
            }
        }
        return json.bytes
    }

    private static let transientCodes: Set<Int> = [
        1, 2, 4, 80007, 130_429, 131_000, 131_016, 131_056, 131_057, 133_004,
    ]

    static let titles: [Int: String] = [
        0: "AuthException",
        1: "API Unknown",
        2: "API Service",
        4: "API Too Many Calls",
        10: "Permission Denied",
        33: "Parameter value is not valid",
        100: "Invalid parameter",
        190: "Access token has expired",
        368: "Temporarily blocked for policies violations",
        80007: "Rate limit issues",
        130_429: "Rate limit hit",
        130_472: "User's number is part of an experiment",
        130_497: "Business account is restricted from messaging users in this country",
        130_501: "Message type is not currently supported",
        131_000: "Something went wrong",
        131_005: "Access denied",
        131_008: "Required parameter is missing",
        131_009: "Parameter value is not valid",
        131_016: "Service unavailable",
        131_021: "Recipient cannot be sender",
        131_026: "Message undeliverable",
        131_030: "Recipient phone number not in allowed list",
        131_031: "Account has been locked",
        131_037: "Display name not approved",
        131_042: "Business eligibility payment issue",
        131_047: "Re-engagement message",
        131_048: "Spam rate limit hit",
        131_049: "Meta chose not to deliver",
        131_050: "User has stopped marketing messages",
        131_051: "Unsupported message type",
        131_052: "Media download error",
        131_053: "Media upload error",
        131_056: "Pair rate limit hit",
        131_057: "Account in maintenance mode",
        131_062: "Business-scoped user id not possible for this message",
        132_000: "Template parameter count mismatch",
        132_001: "Template does not exist",
        132_005: "Template hydrated text too long",
        132_007: "Template format character policy violated",
        132_012: "Template parameter format mismatch",
        132_015: "Template is paused",
        132_016: "Template is disabled",
        133_004: "Server temporarily unavailable",
        133_010: "Phone number not registered",
        135_000: "Generic user error",
    ]
}
