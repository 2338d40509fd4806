import Kernel

/// Whether a message whose form is right may be sent.
/// - Source: Messenger "Send API", "Private replies", "Rate limiting"; Instagram "Private replies", "Overview".
extension EmulatedPlatform {
    /// Whom a call reaches; the author of a comment is found by the comment alone.
    mutating func addressee(
        of recipient: SendRules.Recipient,
        from account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PersonID {
        switch recipient {
        case .person(let id):
            if let person = state.meta.person(id, on: account) { return person }
            guard configuration.meetsStrangers else { throw .nobody(on: account.channel) }
            var stranger = Person(PersonID(id), name: id)
            stranger.scopedID = id
            stranger.isStranger = true
            record(.joined(stranger))
            return stranger.id
        case .comment(let id):
            let comment = state.meta.comments[id]
            guard let comment, comment.account == account.phoneNumberID, !comment.isGone else {
                throw .commentClosed("there is no such comment", on: account.channel)
            }
            try checkComment(id, comment, account, at: now)
            return comment.person
        }
    }

    /// One answer for each comment; within seven days, in a broadcast while it lasts.
    private func checkComment(
        _ id: String,
        _ comment: MetaState.Comment,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) {
        guard !comment.isAnswered else { throw .commentClosed("it was answered already", on: account.channel) }
        if comment.place.isLive {
            guard !state.meta.ended.contains(comment.place.media) else {
                throw .commentClosed("the broadcast is over", on: account.channel)
            }
        } else {
            guard now < comment.at + .days(Int64(SendLimits().privateReplyDays)) else {
                throw .commentClosed("it is older than seven days", on: account.channel)
            }
        }
    }

    func checkLeave(
        _ order: SendRules.Order,
        _ thread: ChatThread,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) {
        if case .person(let id) = order.recipient, let person = state.meta.person(id, on: account),
            state.people[person]?.isStranger == true
        {
            return
        }
        let isOpen =
            switch order.leave {
            case .response: thread.isOpen(at: now)
            case .humanAgent: thread.isOpen(to: SendLimits().humanAgentDays, at: now)
            case .utility, .privateReply: true
            }
        guard isOpen else { throw .windowClosed(on: account.channel) }
    }

    /// What is answered must exist, and so must uploaded files.
    func checkParts(of content: PhoneContent, quoting id: String?, at now: Timestamp) throws(PlatformRefusal) {
        if let id, state.said[id] == nil, state.messages[id] == nil {
            throw .parameter("reply_to.mid: there is no such message")
        }
        guard content.type != "post", content.type != "sticker" else { return }
        for media in [content.media].compactMap(\.self) + content.cards.compactMap(\.media) {
            guard let id = media.mediaID else { continue }
            guard let kept = state.media[id], kept.days == 90, now < kept.at + .days(90) else {
                throw PlatformRefusal(100, "attachment_id: not known, or older than 90 days", subcode: 2_018_074)
            }
        }
    }

    func checkMetaPace(
        _ content: PhoneContent,
        _ order: SendRules.Order,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) {
        let pace = configuration.metaPace
        let id = account.phoneNumberID
        var rules = [(state.meta.sent[id], pace.messages(on: account.channel))]
        if content.isHeavy { rules.append((state.meta.media[id], pace.media)) }
        if case .comment(let comment) = order.recipient {
            rules.append(
                state.meta.comments[comment]?.place.isLive == true
                    ? (state.meta.liveReplies[id], pace.liveReplies)
                    : (state.meta.privateReplies[id], pace.privateReplies)
            )
        }
        guard rules.allSatisfy({ ($0 ?? Pace()).allows($1, at: now) }) else { throw .tooFast }
    }
}
