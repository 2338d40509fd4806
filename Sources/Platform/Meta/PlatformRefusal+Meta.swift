import Kernel

/// Refusals as Messenger and Instagram word them.
///
/// ```json
/// {"error":{"message":"(#10) outside window","type":"OAuthException","code":10,"error_subcode":2018278,
///  "is_transient":false,"error_user_title":"","error_user_msg":"","fbtrace_id":"A…"}}
/// ```
/// - Source: Messenger Platform "Error codes".
extension PlatformRefusal {
    /// The same refusal in the codes of that channel: what is wrong with a field is always code 100 there.
    func translated(for channel: PlatformChannel) -> PlatformRefusal {
        switch code {
        case 131_008, 131_009:
            PlatformRefusal(100, details, subcode: channel == .instagram ? 2_534_015 : nil)
        case 131_053: PlatformRefusal(100, details, subcode: 2_018_008)
        default: self
        }
    }

    /// Callers are told to decide by the code: most come with 400.
    var metaStatus: Int {
        if let status { return status }
        return switch code {
        case 3, 10, 200: 403
        case 1: 500
        case 2: 503
        default: 400
        }
    }

    /// Body of the answer; `trace` stands in for the platform's own trace id.
    func metaBody(trace: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.objectField("error") { error in
                error.field("message", "(#\(code)) \(details)")
                error.field("type", subcode == 33 ? "GraphMethodException" : "OAuthException")
                error.field("code", code)
                error.field("error_subcode", subcode)
                error.field("is_transient", [1, 2, 4, 17, 32, 613, 1200].contains(code))
                error.field("error_user_title", "")
                error.field("error_user_msg", "")
                error.field("fbtrace_id", trace)
            }
        }
        return json.bytes
    }
}

/// The refusals that only these channels know.
extension PlatformRefusal {
    static func nobody(on channel: PlatformChannel) -> PlatformRefusal {
        PlatformRefusal(100, "No matching user found", subcode: channel == .instagram ? 2_534_014 : 2_018_001)
    }

    static func windowClosed(on channel: PlatformChannel) -> PlatformRefusal {
        PlatformRefusal(
            10,
            "This message is sent outside of allowed window.",
            subcode: channel == .instagram ? 2_534_022 : 2_018_278
        )
    }

    static func unavailable(on channel: PlatformChannel) -> PlatformRefusal {
        channel == .instagram
            ? PlatformRefusal(100, "The person can't be reached by this business", subcode: 2_534_029)
            : PlatformRefusal(551, "This person isn't available right now.", subcode: 1_545_041)
    }

    static func commentClosed(_ reason: String, on channel: PlatformChannel) -> PlatformRefusal {
        PlatformRefusal(100, "recipient.comment_id: \(reason)", subcode: channel == .instagram ? 2_534_025 : nil)
    }

    static func held(on channel: PlatformChannel) -> PlatformRefusal {
        channel == .instagram
            ? PlatformRefusal(100, "Another app is the owner of the thread", subcode: 2_534_037)
            : PlatformRefusal(10, "Another app is controlling this thread now.", subcode: 2_018_300)
    }

    static var tooFast: PlatformRefusal {
        PlatformRefusal(613, "Calls to this api have exceeded the rate limit.", subcode: 2_534_040)
    }
}
