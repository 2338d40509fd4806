import Kernel
import Platform
import PlatformEmulator
import Synchronization

/// Counts the turns in which people were answered; each fact of the ledger is read once, however often it is asked.
final class ReplyCount: Sendable {
    private struct State: Sendable {
        var factsRead = 0
        /// Whom, and the turns by the beginning of their keys: `m:1:3`.
        var turns: [PersonID: Set<String>] = [:]
    }

    private let live: LivePlatform
    private let state = Mutex(State())

    init(_ live: LivePlatform) { self.live = live }

    /// How many turns somebody was answered in.
    func of(_ person: PersonID) -> Int {
        state.withLock { state in
            let news = live.look { Array($0.ledger[state.factsRead...]) }
            state.factsRead += news.count
            for case .accepted(let fact) in news {
                guard let key = fact.message.callbackData, let end = key.lastIndex(of: ":") else { continue }
                state.turns[fact.message.person, default: []].insert(String(key[..<end]))
            }
            return state.turns[person]?.count ?? 0
        }
    }
}
