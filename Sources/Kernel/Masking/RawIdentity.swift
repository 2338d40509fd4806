/// Which values of a platform's JSON only the platform fills.
enum RawIdentity {
    private static let names = Set(["id", "ids", "mid", "timestamp", "time", "sha256", "hash"].map { Array($0.utf8) })
    private static let endings = ["_id", "_ids", "_hash", "_timestamp"].map { Array($0.utf8) }
    /// Phone numbers have at most 15 digits and none that passes for a card, so they need no protection.
    private static let phoneNames = Set(["wa_id"].map { Array($0.utf8) })
    /// Objects whose `id` is what we once put on a button, and comes back as a shopper's tap.
    private static let taps = Set(
        ["button_reply", "list_reply", "quick_reply", "nfm_reply", "button", "postback", "reply"].map { Array($0.utf8) }
    )
    private static let addressNames = Set(
        ["url", "link", "media_url", "image_url", "video_url", "src"].map { Array($0.utf8) }
    )
    private static let hosts = [
        "fbsbx.com", "fbcdn.net", "cdninstagram.com", "facebook.com", "instagram.com", "whatsapp.net", "whatsapp.com",
    ].map { Array($0.utf8) }

    /// Whether a member of this name, in an object of that name, is the platform's to fill.
    static func isName(_ name: ArraySlice<UInt8>, inside holder: ArraySlice<UInt8>) -> Bool {
        guard !taps.contains(Array(holder)), !phoneNames.contains(Array(name)) else { return false }
        return names.contains(Array(name))
            || endings.contains { name.count >= $0.count && name.suffix($0.count) == $0[...] }
    }

    /// Whether a value is shaped as ids are: digits in one run, long runs joined by `_`, or letters without blanks.
    static func isToken(_ value: ArraySlice<UInt8>) -> Bool {
        guard !value.isEmpty, value.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else {
            return false
        }
        if value.allSatisfy(\.isASCIIDigit) || value.contains(where: \.isASCIILetter) { return true }
        let runs = value.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        return runs.allSatisfy { $0.count >= 5 && $0.allSatisfy(\.isASCIIDigit) }
    }

    /// Whether a member of this name is an address.
    static func isAddressName(_ name: ArraySlice<UInt8>) -> Bool { addressNames.contains(Array(name)) }

    /// Whether an address is at one of the platform's own hosts; slashes may be escaped.
    static func isPlatformAddress(_ value: ArraySlice<UInt8>) -> Bool {
        let plain = value.filter { $0 != UInt8(ascii: "\\") }
        let scheme = Array("https://".utf8)
        guard plain.starts(with: scheme) else { return false }
        let host = plain[scheme.count...].prefix { $0.isASCIILetter || $0.isASCIIDigit || [0x2D, 0x2E].contains($0) }
        let end = plain[host.endIndex...].first
        guard end == nil || end == UInt8(ascii: "/") || end == UInt8(ascii: "?") else { return false }
        return hosts.contains { known in
            host.elementsEqual(known) || host.suffix(known.count + 1).elementsEqual([0x2E] + known)
        }
    }
}
