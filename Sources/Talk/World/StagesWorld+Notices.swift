import Platform

/// What the platform, partners and the merchant let the gateway know.
extension StagesWorld {
    func prepare(_ notice: Notice<String>, since start: Int) async throws -> TalkDelivery {
        switch notice {
        case .statuses(let words, let shopper):
            for word in words {
                try check(word.rawValue, isToldOn: word.channels, to: shopper)
                try report(word.reported, to: shopper)
            }
        case .failed(let code, let shopper):
            try check("failed", isToldOn: [.whatsapp], to: shopper)
            try report(.failed, code: code, to: shopper)
        case .optOut(let shopper): try act(.stopMarketing, of: shopper)
        case .newID(let shopper, let id): try act(.changeUserID(id), of: shopper)
        case .handover(let isTaken, let shopper):
            let account = account(of: shopper).phoneNumberID
            try platform.handOver(PersonID(shopper), with: account, toAnother: isTaken, at: clock)
        case .payment(let word, let fields): return try prepare(word, fields, since: start)
        case .carrier(let event, let fields): return try await prepare(carrier: event, fields)
        case .website(let word, let fields): return try await prepare(word, fields)
        case .shop(let command): return try await prepare(command)
        }
        return delivery(since: start)
    }

    /// Where a channel tells no such thing, a script that runs on any channel goes on and another is wrong.
    private func check(_ word: String, isToldOn channels: [TalkChannel], to shopper: String) throws(WorldTrouble) {
        let channel = channel(of: shopper)
        guard !channels.contains(channel), !casting.isLoose(shopper) else { return }
        throw WorldTrouble("\(channel.rawValue) reports no '\(word)'")
    }

    private func act(_ act: PersonAct, of shopper: String) throws {
        try platform.person(PersonID(shopper), does: act, with: account(of: shopper).phoneNumberID, at: clock)
    }

    private func report(_ status: ReportedStatus, code: Int? = nil, to shopper: String) throws {
        guard let message = platform.newestMessage(to: PersonID(shopper), account: account(of: shopper).phoneNumberID)
        else {
            throw WorldTrouble("nothing was sent to \(shopper) that a status could be about")
        }
        platform.report(status, of: message.id, code: code, at: clock)
    }
}

extension StatusWord {
    /// Who reports it at all.
    fileprivate var channels: [TalkChannel] {
        switch self {
        case .sent, .played: [.whatsapp]
        case .delivered: [.whatsapp, .messenger]
        case .read: TalkChannel.allCases
        }
    }

    fileprivate var reported: ReportedStatus {
        switch self {
        case .sent: .sent
        case .delivered: .delivered
        case .read: .read
        case .played: .played
        }
    }
}
