import Histogram
import Kernel
import NIOCore

/// One round at the peer: so many turns always under way until the time is over, all on one event loop.
///
/// Warming up, every shopper writes once; then turns are counted for so long; then what is under way ends.
final class PeerRound {
    struct Plan {
        var inFlight: Int
        var shoppers: Int
        var accounts: Int
        var seconds: Int
        /// Shoppers of this round begin here, so that rounds over one store never meet the same ones.
        var firstShopper: Int
    }

    struct Counts {
        var turns = 0
        var messages = 0
        var marks = 0
        var billPosts = 0
        var refusals = 0
    }

    private enum Phase {
        case warming, counting, ending, over
    }

    private let plan: Plan
    private let loop: any EventLoop
    private let slots: [PeerSlot]
    private let tell: (String) -> Void
    private var phase = Phase.warming
    private var begun = 0
    private var counts = Counts()
    private var byPhone: [String: Int] = [:]
    private var byKey: [String: Int] = [:]
    private var latencies = Histogram<UInt32>(highestTrackableValue: 60_000_000)
    private var countingSince = NIODeadline.now()

    init(_ plan: Plan, on channels: [any NIOCore.Channel], loop: any EventLoop, tell: @escaping (String) -> Void) {
        self.plan = plan
        self.loop = loop
        self.tell = tell
        slots = channels.map(PeerSlot.init)
    }

    func start() {
        for slot in slots.indices { begin(slot) }
    }

    private func begin(_ place: Int) {
        guard phase == .warming || phase == .counting else {
            slots[place].turn.stage = .idle
            return endIfIdle()
        }
        let shopper = plan.firstShopper + begun % plan.shoppers
        begun += 1
        slots[place].turn = PeerTurn(stage: .text, shopper: shopper, startedAt: .now())
        byPhone[Bodies.phone(shopper)] = place
        let id = "wamid.IN\(shopper)x\(begun)"
        slots[place].post(
            Bodies.text("menu", id: id, from: shopper, to: shopper % plan.accounts, second: Self.second)
        )
        if phase == .warming, begun > plan.shoppers + slots.count { count() }
    }

    private func count() {
        phase = .counting
        counts = Counts()
        latencies.reset()
        countingSince = .now()
        tell("warm")
        let whole = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: .seconds(Int64(plan.seconds))) { whole.value.stopCounting() }
    }

    private func stopCounting() {
        phase = .ending
        let seconds = Double((NIODeadline.now() - countingSince).nanoseconds) / 1e9
        let words: [String] = [
            "done", "\(seconds)", "\(counts.turns)", "\(latencies.valueAtPercentile(50))",
            "\(latencies.valueAtPercentile(99))", "\(counts.messages)", "\(counts.marks)", "\(counts.billPosts)",
            "\(counts.refusals)",
        ]
        tell(words.joined(separator: " "))
        endIfIdle()
    }

    private func endIfIdle() {
        guard phase == .ending, slots.allSatisfy({ $0.turn.stage == .idle }) else { return }
        phase = .over
        for slot in slots { slot.channel.close(promise: nil) }
        tell("over")
    }

    private static var second: Int64 { SystemClock().now.wholeSeconds }
}

/// What the gateway answers to webhooks.
extension PeerRound {
    func webhookAnswered(_ message: WireMessage, on place: Int) {
        if !message.firstLine.contains(" 200 ") { counts.refusals += 1 }
        switch slots[place].turn.stage {
        case .text:
            slots[place].turn.isTextAnswered = true
            reportIfReplied(place)
        case .sent:
            slots[place].turn.stage = .delivered
            report("delivered", on: place)
        case .delivered:
            slots[place].turn.areStatusesAnswered = true
            endIfWhole(place)
        case .idle: break
        }
    }

    private func reportIfReplied(_ place: Int) {
        guard slots[place].turn.isTextAnswered, slots[place].turn.messageID != nil else { return }
        slots[place].turn.stage = .sent
        report("sent", on: place)
    }

    private func report(_ status: String, on place: Int) {
        let turn = slots[place].turn
        guard let id = turn.messageID, let key = turn.key else { return }
        slots[place].post(
            Bodies.status(
                status,
                of: id,
                key: key,
                to: Bodies.phone(turn.shopper),
                account: turn.shopper % plan.accounts,
                second: Self.second
            )
        )
    }

    private func endIfWhole(_ place: Int) {
        let turn = slots[place].turn
        guard turn.isWhole else { return }
        if phase == .counting {
            counts.turns += 1
            latencies.record(UInt64((NIODeadline.now() - turn.startedAt).nanoseconds / 1000))
        }
        if let key = turn.key { byKey[key] = nil }
        begin(place)
    }
}

/// What the gateway calls.
extension PeerRound {
    /// The answer to a call of the gateway: status and body.
    func answer(_ message: WireMessage) -> (status: Int, body: [UInt8]) {
        guard let root = try? JSONDocument(message.body).root else { return (400, []) }
        if message.firstLine.hasPrefix("POST /billing ") { return bill(root) }
        guard root["status"] == nil else {
            counts.marks += 1
            return (200, Array(#"{"success":true}"#.utf8))
        }
        return accept(root)
    }

    private func accept(_ root: JSONValue) -> (status: Int, body: [UInt8]) {
        counts.messages += 1
        let phone = root["to"]?.string.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 } ?? ""
        let key = root["biz_opaque_callback_data"]?.string ?? ""
        let id = "wamid.OUT\(key)"
        if let place = byPhone[phone], slots[place].turn.messageID == nil {
            slots[place].turn.messageID = id
            slots[place].turn.key = key
            byKey[key] = place
            // The status must not overtake the answer to the call that it speaks of.
            let whole = NIOLoopBound(self, eventLoop: loop)
            loop.execute { whole.value.reportIfReplied(place) }
        }
        let body =
            #"{"messaging_product":"whatsapp","contacts":[{"input":"\#(phone)","wa_id":"\#(phone)"}],"#
            + #""messages":[{"id":"\#(id)"}]}"#
        return (200, Array(body.utf8))
    }

    private func bill(_ root: JSONValue) -> (status: Int, body: [UInt8]) {
        counts.billPosts += 1
        let whole = NIOLoopBound(self, eventLoop: loop)
        for event in root.elements {
            guard let key = event["data"]?["message"]?.string, let place = byKey[key] else { continue }
            slots[place].turn.isBilled = true
            loop.execute { whole.value.endIfWhole(place) }
        }
        return (204, [])
    }
}
