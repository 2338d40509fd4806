import Kernel

/// What was answered today and needs no second answer: digests of posts, of stories, of mentions.
struct DayMemory: Sendable, Equatable {
    /// The day in the shop's zone as `yyyymmdd`; what was noted on another is forgotten.
    private var day = 0
    private var digests: [UInt32] = []

    init() {}

    /// Who comments on more posts than this in one day has been written to often enough.
    private static let most = 8

    /// Whether something comes for the first time today; then it is noted.
    mutating func isFirst(_ thing: String, on today: Int) -> Bool {
        let known = day == today ? digests : []
        let digest = Fingerprint.of(thing)
        guard !known.contains(digest), known.count < Self.most else { return false }
        (day, digests) = (today, known + [digest])
        return true
    }
}

extension DayMemory {
    func write(to writer: inout JSONWriter) {
        guard day != 0 else { return }
        writer.arrayField("j") { list in
            list.int(Int64(day))
            for digest in digests { list.int(Int64(digest)) }
        }
    }

    init(reading root: JSONValue) {
        let numbers = root["j"].map { $0.elements.compactMap(\.int) } ?? []
        day = numbers.first.map { Int(clamping: $0) } ?? 0
        digests = numbers.dropFirst().prefix(Self.most).map { UInt32(clamping: $0) }
    }
}
