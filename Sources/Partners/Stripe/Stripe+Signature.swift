package import Kernel

extension Stripe {
    /// Whether a webhook comes from Stripe and was signed lately.
    ///
    /// - Parameters:
    ///   - body: The bytes as received.
    ///   - header: `Stripe-Signature`: `t=<seconds>,v1=<hex>`, with a second `v1` while secrets are changed. Schemes other
    ///     than `v1` prove nothing. Nil is a wrong one.
    ///   - secret: The endpoint's `whsec_…`, as it stands; an empty one verifies nothing.
    ///   - now: The moment of arrival.
    ///   - tolerance: How far the signature's time may be from now, to either side.
    /// - Returns: Whether any of the signatures is right; each is compared in constant time.
    package static func isSigned(
        _ body: [UInt8],
        header: String?,
        secret: String,
        at now: Timestamp,
        tolerance: Span = .minutes(5)
    ) -> Bool {
        guard let header, !secret.isEmpty, let stamp = StripeStamp(header), stamp.signatures.count <= 8 else {
            return false
        }
        let age = now.since(stamp.at)
        guard age <= tolerance, Span.zero - tolerance <= age else { return false }
        let signed = Array("\(stamp.time).".utf8) + body
        let key = HMACSHA256.Key(secret)
        return stamp.signatures.contains { key.isValid(hex: $0, body: signed) }
    }
}

/// The parts of a `Stripe-Signature` header.
private struct StripeStamp {
    /// As it was written, since it was signed so.
    let time: Substring
    let at: Timestamp
    /// Those of scheme `v1`.
    let signatures: [Substring]

    /// Nil without a time in digits, or with several.
    init?(_ header: String) {
        let parts = header.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        let fields = parts.filter { $0.count == 2 }.map { (name: $0[0].drop(while: \.isWhitespace), value: $0[1]) }
        let times = fields.filter { $0.name == "t" }
        guard times.count == 1, let time = times.first?.value, (1...11).contains(time.utf8.count),
            time.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int64(time)
        else { return nil }
        self.time = time
        at = Timestamp(seconds: seconds)
        signatures = fields.filter { $0.name == "v1" }.map(\.value)
    }
}
