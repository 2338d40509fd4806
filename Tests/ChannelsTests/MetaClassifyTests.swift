import Channels
import Kernel
import Messaging
import Testing

/// What answers of Messenger and Instagram mean: the pages' tables of codes and subcodes, row by row.
struct MetaClassifyTests {
    private enum Fate: String { case accepted, retry, unknown, refused, closed, park, giveUp }

    private static let channels: [ChannelKind] = [.messenger, .instagram]

    private func classify(_ text: String, _ status: Int = 400, on channel: ChannelKind, attempt: Int = 0) -> SendVerdict
    {
        ChannelAnswers.classify(on: channel, status: status, body: Array(text.utf8), attempt: attempt)
    }

    private static func error(_ code: Int, _ subcode: Int?) -> String {
        let more = subcode.map { #","error_subcode":\#($0)"# } ?? ""
        return #"{"error":{"message":"no","type":"OAuthException","code":\#(code)\#(more),"fbtrace_id":"A"}}"#
    }

    private func fate(_ verdict: SendVerdict) -> Fate {
        if verdict.isWindowClosed { return .closed }
        switch verdict {
        case .accepted: return .accepted
        case .retry: return .retry
        case .mayHaveBeenSent: return .unknown
        case .refused: return .refused
        case .park: return .park
        case .giveUp: return .giveUp
        }
    }

    private static let rows: [(code: Int, subcode: Int?, fate: Fate)] = [
        (1, nil, .unknown), (1, 99, .unknown), (1, 1_357_046, .unknown), (2, nil, .unknown), (-1, nil, .unknown),
        (4, nil, .retry), (17, nil, .retry), (32, nil, .retry), (613, nil, .retry), (613, 2_534_040, .retry),
        (80006, nil, .retry), (80002, nil, .retry), (1200, nil, .retry), (-2, nil, .retry), (100, 2_018_008, .retry),
        (613, 2_018_338, .giveUp), (10, 2_018_278, .closed), (10, 2_534_022, .closed), (10, 2_018_065, .closed),
        (10, 2_018_108, .giveUp), (10, 1_893_063, .park), (10, 2_018_336, .refused), (10, nil, .park),
        (10, 2_534_077, .park), (10, 1_893_015, .giveUp), (10, 1_404_170, .giveUp), (4, 2_018_354, .giveUp),
        (9, 2_018_352, .giveUp), (613, 1_893_016, .giveUp), (3, nil, .park), (100, nil, .refused),
        (100, 2_018_001, .giveUp), (100, 2_534_014, .giveUp), (100, 2_534_013, .park), (100, 2_534_015, .refused),
        (100, 2_534_025, .giveUp), (100, 2_534_029, .giveUp), (100, 2_534_037, .refused), (100, 2_018_014, .refused),
        (100, 2_018_047, .refused), (100, 2_018_074, .refused), (100, 2_018_109, .refused), (100, 2_018_294, .refused),
        (100, 2_018_320, .refused), (100, 2_018_328, .refused), (1, 2_018_382, .refused), (190, nil, .park),
        (190, 460, .park), (190, 463, .park), (200, nil, .park), (200, 2_018_028, .park), (200, 2_534_041, .park),
        (551, nil, .giveUp), (551, 1_545_041, .giveUp), (200, 1_545_041, .giveUp), (2_018_300, nil, .refused),
        (2_018_321, nil, .refused), (2022, nil, .park), (36103, nil, .refused), (9_000_001, nil, .refused),
        (7777, nil, .refused),
    ]

    @Test("each pair of the pages' tables is judged as they say", arguments: rows.indices)
    func table(index: Int) {
        let row = Self.rows[index]
        for channel in Self.channels {
            let verdict = classify(Self.error(row.code, row.subcode), on: channel)
            #expect(fate(verdict) == row.fate, "\(row.code)/\(row.subcode ?? 0) on \(channel)")
        }
    }

    @Test("a taken message has its id and its person, a sign only the person", arguments: channels)
    func accepted(channel: ChannelKind) {
        #expect(
            classify(#"{"recipient_id":"7001","message_id":"m_9"}"#, 200, on: channel)
                == .accepted(SendVerdict.Acceptance(externalID: "m_9", scopedID: "7001"))
        )
        #expect(
            classify(#"{"message_id":"m_9"}"#, 200, on: channel) == .accepted(SendVerdict.Acceptance(externalID: "m_9"))
        )
        #expect(
            classify(#"{"recipient_id":7001}"#, 200, on: channel) == .accepted(SendVerdict.Acceptance(scopedID: "7001"))
        )
    }

    @Test("what is no answer of theirs proves nothing", arguments: channels)
    func strange(channel: ChannelKind) {
        for body in ["", "<html>", "[]", "{}", #"{"result":"ok"}"#] {
            #expect(fate(classify(body, 502, on: channel)) == .unknown, "\(body)")
        }
    }

    @Test("an error without a code is judged by its status", arguments: channels)
    func withoutCode(channel: ChannelKind) {
        let body = #"{"error":{"message":"no"}}"#
        #expect(fate(classify(body, 401, on: channel)) == .park)
        #expect(fate(classify(body, 429, on: channel)) == .retry)
        #expect(fate(classify(body, 404, on: channel)) == .refused)
        #expect(fate(classify(body, 500, on: channel)) == .unknown)
    }

    @Test("an unknown code that passes may have been sent", arguments: channels)
    func transient(channel: ChannelKind) {
        let body = #"{"error":{"code":7777,"is_transient":true}}"#
        #expect(fate(classify(body, 500, on: channel)) == .unknown)
    }

    @Test("waits of a whole account grow with the tries, an hour at most")
    func waits() {
        let body = Self.error(613, nil)
        var before = Span.zero
        for attempt in 0...6 {
            guard case .retry(let wait, .account, _) = classify(body, on: .messenger, attempt: attempt) else {
                Issue.record("no wait at \(attempt)")
                return
            }
            #expect(wait > before || wait == .hours(1))
            before = wait
        }
        #expect(before == .hours(1))
    }

    @Test("a file that could not be fetched is tried once more only")
    func fetchedOnce() {
        let body = Self.error(100, 2_018_008)
        #expect(fate(classify(body, on: .instagram)) == .retry)
        #expect(fate(classify(body, on: .instagram, attempt: 1)) == .refused)
    }

    @Test("a merchant reads a sentence, never a bare code where we know it")
    func sentences() {
        for row in Self.rows where row.code != 7777 {
            let error = PlatformError(code: Int64(row.code), subcode: row.subcode.map { Int64($0) })
            let words = Messenger.reason(for: [error])
            #expect(words.hasSuffix("."))
            #expect(!words.contains("\(row.code)"))
        }
        let odd = PlatformError(code: 7777, subcode: 8, title: "odd")
        #expect(
            Instagram.reason(for: [odd]) == "Instagram refused it with code 7777/8 (odd), which we don't know."
        )
        #expect(Messenger.reason(for: []) == "Messenger gave no reason.")
    }
}
