import Platform

/// What the platform, partners and the merchant let the gateway know.
extension StagesWorld {
    func prepare(_ notice: Notice<String>, since start: Int) async throws -> TalkDelivery {
        switch notice {
        case .statuses(let words, let shopper):
            for word in words { try report(word.reported, to: shopper) }
        case .failed(let code, let shopper): try report(.failed, code: code, to: shopper)
        case .optOut(let shopper): try platform.person(PersonID(shopper), does: .stopMarketing, at: clock)
        case .newID(let shopper, let id): try platform.person(PersonID(shopper), does: .changeUserID(id), at: clock)
        case .payment(let word, let fields): return try prepare(word, fields)
        case .carrier(let event, let fields): return try await prepare(carrier: event, fields)
        case .website(let word, let fields): return try await prepare(word, fields)
        case .shop(let command): return try await prepare(command)
        }
        return delivery(since: start)
    }

    private func report(_ status: ReportedStatus, code: Int? = nil, to shopper: String) throws {
        guard let message = platform.newestMessage(to: PersonID(shopper)) else {
            throw WorldTrouble("nothing was sent to \(shopper) that a status could be about")
        }
        platform.report(status, of: message.id, code: code, at: clock)
    }
}

extension StatusWord {
    fileprivate var reported: ReportedStatus {
        switch self {
        case .sent: .sent
        case .delivered: .delivered
        case .read: .read
        case .played: .played
        }
    }
}
