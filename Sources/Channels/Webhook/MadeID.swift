import Kernel

/// Ids for items that the platform gave none: the same bytes make the same id, so a redelivery is found.
enum MadeID {
    /// An id from an item's own bytes; it tells nothing of them.
    static func of(_ item: JSONValue, kind: String) -> String {
        of(item.raw, kind: kind)
    }

    /// 64 bits of FNV-1a: enough to tell apart items of one account and moment.
    static func of(_ bytes: some Sequence<UInt8>, kind: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "made:\(kind):" + String(hash, radix: 16)
    }
}
