/// Pieces of text that are all looked for at once, in one pass over what was said.
struct Fragments {
    /// By their first two bytes.
    private var byStart: [[[UInt8]]]

    /// Each at least two bytes long.
    init(_ fragments: Set<String>) {
        byStart = Array(repeating: [], count: 1 << 16)
        for fragment in fragments {
            let bytes = Array(fragment.utf8)
            byStart[Self.start(bytes[0], bytes[1])].append(bytes)
        }
    }

    private static func start(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

    /// Those that stand in any of the texts.
    func found(in texts: Set<String>) -> Set<String> {
        var waiting = byStart
        var found: Set<String> = []
        for text in texts {
            let bytes = Array(text.utf8)
            bytes.withUnsafeBufferPointer { bytes in
                var place = 0
                while place + 1 < bytes.count {
                    let start = Self.start(bytes[place], bytes[place + 1])
                    if !waiting[start].isEmpty {
                        let rest = bytes[place...]
                        let here = waiting[start].filter { rest.starts(with: $0) }
                        for fragment in here { found.insert(String(decoding: fragment, as: UTF8.self)) }
                        if !here.isEmpty { waiting[start].removeAll { here.contains($0) } }
                    }
                    place += 1
                }
            }
        }
        return found
    }
}
