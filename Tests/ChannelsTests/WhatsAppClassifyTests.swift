import Channels
import Kernel
import Messaging
import Testing

/// What answers mean, code by code.
struct WhatsAppClassifyTests {
    /// The outcome without its words.
    private enum Outcome: Equatable {
        case retry(Span, SendVerdict.RetryScope), uncertain, park, refuse, giveUp
    }

    private func outcome(_ verdict: SendVerdict) -> Outcome? {
        switch verdict {
        case .accepted: nil
        case .retry(let after, let scope, _): .retry(after, scope)
        case .mayHaveBeenSent: .uncertain
        case .park: .park
        case .refused: .refuse
        case .giveUp: .giveUp
        }
    }

    private func error(_ code: Int64) -> [UInt8] {
        Array(
            #"{"error":{"message":"(#\#(code)) x","type":"OAuthException","code":\#(code),"error_data":{"details":"d"}}}"#
                .utf8
        )
    }

    private static let table: [(outcome: Outcome, codes: [Int64])] = [
        (
            .park,
            [
                0, 190, 3, 10, 200, 250, 299, 131005, 131048, 131064, 133016, 368, 131031, 131037, 131042, 131044,
                131045,
                133000, 133005, 133006, 133008, 133009, 133010, 133015, 134011,
            ]
        ),
        (.retry(.minutes(2), .account), [4, 613, 80007]),
        (.retry(.seconds(1), .account), [130429]),
        (.retry(.seconds(1), .pair), [131056]),
        (.retry(.seconds(15), .account), [131057]),
        (.retry(.seconds(5), .account), [133004]),
        (.retry(.minutes(10), .entry), [134101]),
        (.retry(.seconds(10), .entry), [131053]),
        (.giveUp, [130497, 131026, 131049, 131050, 130472, 130403]),
        (
            .refuse,
            [
                33, 100, 131008, 131009, 131021, 135000, 131030, 131047, 131062, 131051, 130501, 131055, 131063, 134100,
                134102, 137000, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069,
                139000, 139004, 139100, 139103, 131020, 131041, 131059, 131200, 131299, 2_388_001, 424_242, 139005,
            ]
        ),
        (.uncertain, [1, 2, 131000, 131016, 131052]),
    ]

    @Test("each code has its outcome, whatever the HTTP status", arguments: table.indices)
    func codes(index: Int) {
        let row = Self.table[index]
        for code in row.codes {
            for status in [200, 400, 500] {
                let verdict = WhatsApp.classify(status: status, body: error(code))
                #expect(outcome(verdict) == row.outcome, "\(code) with \(status)")
            }
        }
    }

    @Test("each code has a sentence of its own kind that a merchant can read")
    func sentences() {
        for code in Self.table.flatMap(\.codes) where code != 424_242 && code != 139005 {
            let reason = WhatsApp.reason(for: [PlatformError(code: code)])
            #expect(reason.hasSuffix("."))
            #expect(!reason.contains("which we don't know"))
        }
        #expect(WhatsApp.reason(for: [PlatformError(code: 424_242, title: "Odd")]).contains("424242 (Odd)"))
        #expect(WhatsApp.reason(for: []) == "WhatsApp gave no reason.")
    }

    @Test("waits grow with each try, an hour at most", arguments: rates)
    func growing(row: (code: Int64, seconds: [Int64])) {
        for (attempt, seconds) in row.seconds.enumerated() {
            let verdict = WhatsApp.classify(status: 400, body: error(row.code), attempt: attempt)
            guard case .retry(let after, _, _) = verdict else {
                Issue.record("\(row.code) is not retried")
                continue
            }
            #expect(after == .seconds(seconds))
        }
    }

    private static let rates: [(code: Int64, seconds: [Int64])] = [
        (131056, [1, 4, 16, 64, 256, 1024, 3600, 3600]), (130429, [1, 2, 4, 8]), (134101, [600, 600, 600]),
        (4, [120, 240, 480, 960, 1920, 3600, 3600]),
    ]

    @Test("a file that can't be fetched is tried once more, then refused")
    func fileOnce() {
        #expect(outcome(WhatsApp.classify(status: 400, body: error(131053), attempt: 1)) == .refuse)
        #expect(outcome(WhatsApp.classify(status: 400, body: error(131053), attempt: -1)) == .refuse)
        #expect(outcome(WhatsApp.classify(status: 400, body: error(131056), attempt: -9)) == .retry(.seconds(1), .pair))
        #expect(
            outcome(WhatsApp.classify(status: 400, body: error(131056), attempt: .max)) == .retry(.hours(1), .pair)
        )
    }

    @Test("an accepted message tells its id and the number as the platform knows it")
    func accepted() {
        let body =
            #"{"messaging_product":"whatsapp","contacts":[{"input":"+5511999990000","wa_id":"551199990000","user_id":"BR.1"}],"messages":[{"id":"wamid.O","message_status":"accepted"}]}"#
        #expect(
            WhatsApp.classify(status: 200, body: Array(body.utf8))
                == .accepted(
                    SendVerdict.Acceptance(
                        externalID: "wamid.O",
                        waID: "551199990000",
                        scopedID: "BR.1",
                        messageStatus: "accepted"
                    )
                )
        )
        #expect(
            WhatsApp.classify(status: 200, body: Array(#"{"success":true}"#.utf8))
                == .accepted(SendVerdict.Acceptance())
        )
    }

    @Test("an error that is null is none, as some who pass answers on write it")
    func nullError() {
        let body = Array(#"{"error":null,"messages":[{"id":"wamid.O"}]}"#.utf8)
        #expect(
            WhatsApp.classify(status: 200, body: body) == .accepted(SendVerdict.Acceptance(externalID: "wamid.O"))
        )
        let sent = Array(#"{"error":null,"recipient_id":"7001","message_id":"m_o"}"#.utf8)
        #expect(
            Messenger.classify(status: 200, body: sent)
                == .accepted(SendVerdict.Acceptance(externalID: "m_o", scopedID: "7001"))
        )
    }

    @Test("an answer without a code goes by its status", arguments: bare)
    func withoutCode(row: (status: Int, body: String, park: Bool, uncertain: Bool)) {
        let found = outcome(WhatsApp.classify(status: row.status, body: Array(row.body.utf8)))
        #expect((found == .park) == row.park)
        #expect((found == .uncertain) == row.uncertain)
    }

    private static let bare: [(status: Int, body: String, park: Bool, uncertain: Bool)] = [
        (200, "", false, true), (200, "{}", false, true), (502, "<html>", false, true), (401, "<html>", false, true),
        (400, "[]", false, true), (401, #"{"error":{}}"#, true, false), (403, #"{"error":"x"}"#, true, false),
        (400, #"{"error":{"code":"x"}}"#, false, false), (429, #"{"error":{}}"#, false, false),
        (500, #"{"error":{}}"#, false, true), (200, #"{"messages":[{"id":""}]}"#, false, true),
    ]

    @Test("an unknown code that calls itself transient may have been sent")
    func transient() {
        let body = #"{"error":{"code":424242,"is_transient":true}}"#
        #expect(outcome(WhatsApp.classify(status: 500, body: Array(body.utf8))) == .uncertain)
    }

    @Test("a closed window is told from other refusals")
    func closedWindow() {
        #expect(WhatsApp.classify(status: 400, body: error(131047)).isWindowClosed)
        #expect(!WhatsApp.classify(status: 400, body: error(100)).isWindowClosed)
        #expect(!WhatsApp.classify(status: 400, body: error(190)).isWindowClosed)
    }

    @Test("the limits in force are those of the latest row before the moment")
    func limits() {
        let limits = ChannelLimits.of(.whatsapp, at: Bodies.received)
        #expect(limits.accountPerSecond == 80)
        #expect(limits.pairInterval == .seconds(6))
        #expect(limits.pairBurst == 10)
        #expect(limits.window == .hours(24))
        #expect(limits.freeEntry == .hours(72))
        #expect(ChannelLimits.of(.whatsapp, at: Timestamp(milliseconds: 0)) == limits)
        for channel in ChannelKind.allCases {
            let rows = ChannelLimits.table.filter { $0.channel == channel }
            #expect(!rows.isEmpty)
            #expect(rows.map(\.from) == rows.map(\.from).sorted())
            #expect(ChannelLimits.of(channel, at: Bodies.received).channel == channel)
        }
    }
}
