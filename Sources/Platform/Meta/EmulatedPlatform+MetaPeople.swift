import Kernel

/// What people do on Messenger and Instagram.
extension EmulatedPlatform {
    /// The id of what the business hears of; nil when it hears nothing.
    mutating func metaPerson(
        _ person: Person,
        does act: PersonAct,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) throws(ActRejection) -> String? {
        switch act {
        case .read: metaReadAll(person, account, at: now, due: due)
        case .block: block(true, person, account, at: now)
        case .unblock: block(false, person, account, at: now)
        case .comment(let text, let place): return comment(text, on: place, by: person, account, at: now, due: due)
        case .deleteComment(let id): try deleteComment(id, by: person, account, at: now, due: due)
        case .changeUserID, .changePhone: throw ActRejection("\(account.channel.rawValue) knows no such change")
        case .stopMarketing, .resumeMarketing:
            let takes = act == .resumeMarketing
            record(
                .preferred(
                    PreferenceFact(account: account.phoneNumberID, person: person.id, takesMarketing: takes, at: now)
                )
            )
            guard account.channel == .messenger else { return nil }
            return pass(.optin(takes: takes), person, account, at: now, due: due)
        default:
            var last: String?
            for deed in try deeds(act, by: person, account, at: now) {
                last = pass(deed, person, account, at: now, due: due)
            }
            return last
        }
        return nil
    }

    /// Keeps what was done, and tells the business.
    private mutating func pass(
        _ deed: MetaDeed,
        _ person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) -> String {
        let id = ids.mid(state.mintedMessages, on: account.channel)
        let list = list(of: person.id, account, at: now)
        // Who stands by hears what was tapped, not what stands behind it.
        let isVeiled = list == .standby && deed.type == "postback"
        let deed = isVeiled ? MetaDeed.postback(title: deed.words, payload: nil) : deed
        let masked = CardMask.mask(deed.words)
        var fact = SaidFact(
            id: id,
            account: account.phoneNumberID,
            person: person.id,
            at: now,
            type: deed.type,
            text: masked.text,
            opensWindow: deed.opensWindow,
            isReferral: deed.isReferral
        )
        fact.edits = deed.edits
        record(.said(fact))
        let scoped = scopedID(of: person.id, account)
        let item = MetaEnvelope.item(from: scoped, to: account.phoneNumberID, at: now) { deed.write(&$0, id) }
        tell(
            deed.field,
            item,
            in: list,
            account,
            of: person.id,
            at: now,
            due: due,
            carriesCard: masked.found
        )
        return id
    }

    private mutating func block(_ blocks: Bool, _ person: Person, _ account: PlatformAccount, at now: Timestamp) {
        record(
            .preferred(
                PreferenceFact(
                    account: account.phoneNumberID,
                    person: person.id,
                    takesMarketing: thread(person.id, account.phoneNumberID).takesMarketing,
                    at: now,
                    blocks: blocks
                )
            )
        )
    }
}

/// Comments.
extension EmulatedPlatform {
    private mutating func comment(
        _ text: String,
        on place: CommentedPlace,
        by person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) -> String {
        let id = ids.comment(state.mintedMessages, on: place, account.channel)
        let masked = CardMask.mask(text)
        record(
            .said(
                SaidFact(
                    id: id,
                    account: account.phoneNumberID,
                    person: person.id,
                    at: now,
                    type: "comment",
                    text: masked.text,
                    opensWindow: false,
                    isReferral: false,
                    comment: place
                )
            )
        )
        let payload = CommentPayload(
            id: id,
            place: place,
            authorID: ids.authorID(of: person.id.rawValue, on: account.phoneNumberID),
            person: person,
            at: now
        )
        tell(
            account.channel == .messenger ? "feed" : payload.instagramField,
            account.channel == .messenger ? payload.feedChange(text: text) : payload.mediaChange(text: text),
            in: .changes,
            account,
            of: person.id,
            at: now,
            due: due,
            carriesCard: masked.found
        )
        return id
    }

    /// A Page hears of it, an Instagram account does not.
    private mutating func deleteComment(
        _ id: String?,
        by person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) throws(ActRejection) {
        let said = thread(person.id, account.phoneNumberID).said
        let found = said.last { state.meta.comments[$0]?.isGone == false && (id ?? $0) == $0 }
        guard let found, let comment = state.meta.comments[found] else {
            throw ActRejection("\(person.id) has no such comment")
        }
        record(.removed(RemovedCommentFact(comment: found, at: now)))
        guard account.channel == .messenger else { return }
        let payload = CommentPayload(
            id: found,
            place: comment.place,
            authorID: ids.authorID(of: person.id.rawValue, on: account.phoneNumberID),
            person: person,
            at: now
        )
        tell("feed", payload.feedChange(text: nil), in: .changes, account, of: person.id, at: now, due: due)
    }
}
