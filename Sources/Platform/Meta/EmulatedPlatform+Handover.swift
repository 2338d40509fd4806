package import Kernel

/// Conversations that another app of the business takes over and gives back.
/// - Source: Messenger "Conversation routing"; Instagram "Conversation routing".
extension EmulatedPlatform {
    /// Another app takes a conversation, or gives it back to ours; both apps are told.
    ///
    /// While another has it, what people do comes as `standby`, taps without their payload, and nothing can be sent.
    /// Control lapses 24 hours after the last message.
    package mutating func handOver(
        _ name: PersonID,
        with id: String,
        toAnother: Bool,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) {
        advance(to: now)
        guard let account = account(id), account.channel != .whatsApp else {
            throw ActRejection("conversations are handed over on Messenger and Instagram")
        }
        guard state.people[name] != nil else { throw ActRejection("\(name) has not joined") }
        let holder = thread(name, id).holder(at: now)
        guard toAnother == (holder == nil) else {
            let has = toAnother ? "another app has" : "no other app has"
            throw ActRejection("\(has) the conversation with \(name) already")
        }
        defer { packIfAlone() }
        let (ours, other) = ("\(configuration.appID)", holder ?? account.channel.inbox)
        record(.handedOver(HandoverFact(account: id, person: name, app: toAnother ? other : nil, at: now)))
        let item = MetaEnvelope.item(from: scopedID(of: name, account), to: id, at: now) { item in
            item.objectField(toAnother ? "take_thread_control" : "pass_thread_control") { control in
                control.field("previous_owner_app_id", toAnother ? ours : other)
                control.field("new_owner_app_id", toAnother ? other : ours)
                control.field("metadata", "")
            }
        }
        let field = account.channel == .instagram ? "messaging_handover" : "messaging_handovers"
        tell(field, item, account, of: name, at: now, due: now + delay)
    }
}

extension PlatformChannel {
    /// App id of the platform's own inbox.
    fileprivate var inbox: String { self == .instagram ? "1217981644879628" : "263902037430900" }
}
