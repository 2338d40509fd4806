import DequeModule
import Kernel
import Messaging
import Outbox
import Ports

extension RelayState {
    /// The head was accepted: the next bubble waits for its `sent`, or a few seconds.
    mutating func accept(_ id: OutboxID, at now: Timestamp) {
        guard let conversation = laneOf[id], var lane = lanes[conversation] else { return }
        lane.isBusy = false
        lane.accepted = id
        lane.acceptedIsSent = sentEarly.remove(id) != nil
        lane.notBefore = lane.acceptedIsSent ? now : now + rules.sentTime
        popHead(id, from: &lane)
        if lane.queue.first?.after == id {
            followed[id] = conversation
        } else {
            lane.notBefore = now
        }
        settle(lane, of: conversation, at: now)
    }

    /// A status proved that an entry was sent, whatever its call came to.
    mutating func noticeSent(_ id: OutboxID, at now: Timestamp) {
        if let conversation = laneOf[id], var lane = lanes[conversation], lane.queue.first?.id == id {
            if lane.isBusy {
                sentEarly.insert(id)
            } else {
                lane.accepted = id
                lane.acceptedIsSent = true
                lane.notBefore = now
                popHead(id, from: &lane)
                settle(lane, of: conversation, at: now)
            }
            return
        }
        guard let conversation = followed.removeValue(forKey: id), lanes[conversation]?.accepted == id else { return }
        lanes[conversation]?.acceptedIsSent = true
        lanes[conversation]?.notBefore = now
        reschedule(conversation, at: now)
    }

    /// The head stays and is looked at again then.
    mutating func delay(_ entry: OutboxEntry, until moment: Timestamp, at now: Timestamp) {
        guard let conversation = laneOf[entry.id], var lane = lanes[conversation] else { return }
        lane.isBusy = false
        lane.notBefore = moment
        if lane.queue.first?.id == entry.id { lane.queue[0] = entry }
        lanes[conversation] = lane
        reschedule(conversation, at: now)
    }

    /// The head leaves the queue without having been sent; what follows it goes too unless it stands for itself.
    ///
    /// Its lane is found by its own number: a merge may have handed the entry to another conversation meanwhile.
    mutating func fail(_ id: OutboxID, with result: Settlement.Result, at now: Timestamp) {
        guard let conversation = laneOf[id], var lane = lanes[conversation], lane.queue.first?.id == id else { return }
        settlements.append(Settlement(id: id, at: now, result: result))
        lane.isBusy = false
        lane.notBefore = now
        popHead(id, from: &lane)
        var gone = id
        while let next = lane.queue.first, next.after == gone, !next.isIndependent {
            settlements.append(
                Settlement(id: next.id, at: now, result: followerResult(of: result))
            )
            popHead(next.id, from: &lane)
            gone = next.id
        }
        settle(lane, of: conversation, at: now)
    }

    /// An entry that the store did not hand out is no longer ours to send.
    mutating func forget(_ id: OutboxID, at now: Timestamp) {
        guard let conversation = laneOf[id], var lane = lanes[conversation] else { return }
        lane.isBusy = false
        popHead(id, from: &lane)
        settle(lane, of: conversation, at: now)
    }

    /// Closes an account's gate: a dead token, a locked number, a rate that was exceeded.
    mutating func close(_ account: AccountID?, until moment: Timestamp, at now: Timestamp) {
        guard let account else { return }
        accounts[account, default: AccountGate(pace(account, now))].closedUntil = moment
    }

    /// A parked message takes its followers along, a refused one makes them pointless.
    private func followerResult(of result: Settlement.Result) -> Settlement.Result {
        if case .parked(let reason) = result { return .parked(reason: reason) }
        return .dropped(reason: "The message before it could not be sent.")
    }

    private mutating func popHead(_ id: OutboxID, from lane: inout Lane) {
        laneOf[id] = nil
        sentEarly.remove(id)
        outsideWindow.remove(id)
        refusedForms.remove(id)
        if let before = lane.queue.first?.after { followed[before] = nil }
        guard lane.queue.first?.id == id else { return }
        lane.queue.removeFirst()
    }

    private mutating func settle(_ lane: Lane, of conversation: ConversationID, at now: Timestamp) {
        guard !lane.queue.isEmpty else {
            lanes[conversation] = nil
            return
        }
        lanes[conversation] = lane
        reschedule(conversation, at: now)
    }
}
