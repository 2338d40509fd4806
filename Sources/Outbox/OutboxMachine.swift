package import Kernel

/// What becomes of an entry, event by event: pure, so that every order of answers, losses and evidence can be tested.
package struct OutboxMachine: Sendable, Equatable {
    package private(set) var entry: OutboxEntry
    private let rules: RelayRules

    package init(_ entry: OutboxEntry, rules: RelayRules = RelayRules()) {
        self.entry = entry
        self.rules = rules
    }

    /// What the moment allows for an entry that has come up.
    package enum Passage: Sendable, Equatable {
        /// These bytes may go.
        case send([UInt8])
        /// The window is closed: keep it for the shopper's next line.
        case park(reason: String)
        /// Not needed any more.
        case drop(reason: String)
    }

    /// Decides by the customer service window; entries that are no messages know none.
    package func passage(windowClosesAt: Timestamp?, at now: Timestamp) -> Passage {
        guard entry.kind == .message else { return .send(entry.body) }
        if let goodUntil = entry.goodUntil, goodUntil <= now {
            return .drop(reason: "Its time was over before it could be sent.")
        }
        if entry.needsNoWindow { return .send(entry.body) }
        if let windowClosesAt, now + rules.windowMargin < windowClosesAt { return .send(entry.body) }
        switch entry.closedPlan {
        case .template, .humanAgentTag:
            guard let body = entry.closedBody else {
                return .park(reason: "The 24-hour window has closed and no approved template is at hand.")
            }
            return .send(body)
        case .wait:
            return .park(reason: "The 24-hour window has closed; it waits for the shopper's next message.")
        case .drop:
            return .drop(reason: "The 24-hour window closed before it could be sent.")
        }
    }

    /// What follows a try.
    package enum AfterTry: Sendable, Equatable {
        case accepted
        case retry(at: Timestamp)
        case waitForEvidence(until: Timestamp)
        case setAside
    }

    /// The receiver took it.
    package mutating func accepted() -> AfterTry {
        entry.state = .done
        return .accepted
    }

    /// It was surely not sent, or refused for now; `wait` is what the receiver asked for, `jitter` lies in 0..<1.
    ///
    /// A message's attempt was counted when it was marked as being sent, any other's is counted here.
    package mutating func notSent(wait: Span?, at now: Timestamp, jitter: Double) -> AfterTry {
        entry.attempts += entry.kind == .message ? 0 : 1
        guard entry.attempts < rules.mostAttempts(of: entry.kind) else {
            entry.state = .dead
            return .setAside
        }
        entry.state = .ready
        entry.dueAt = now + max(wait ?? .milliseconds(0), rules.backOff(attempt: entry.attempts, jitter: jitter))
        return .retry(at: entry.dueAt)
    }

    /// Nobody knows whether it arrived.
    ///
    /// A receiver that knows our key is simply asked again; a message waits for evidence.
    package mutating func lost(at now: Timestamp, jitter: Double) -> AfterTry {
        guard entry.kind == .message else { return notSent(wait: nil, at: now, jitter: jitter) }
        entry.state = .unknown
        entry.dueAt = now + rules.evidenceTime
        return .waitForEvidence(until: entry.dueAt)
    }

    /// It was found marked as being sent although nobody sends it: the process died in between.
    package mutating func foundSending(at now: Timestamp) -> AfterTry { lost(at: now, jitter: 0) }

    /// The time for evidence has run out: sent once more and marked, unless it was repeated before or costs as a template.
    package mutating func evidenceDidNotCome(isTemplate: Bool) -> AfterTry {
        guard !entry.isRepeat, !isTemplate else {
            entry.state = .dead
            return .setAside
        }
        entry.isRepeat = true
        entry.state = .ready
        return .retry(at: entry.dueAt)
    }

    /// The receiver refused it for good.
    package mutating func refused() -> AfterTry {
        entry.state = .dead
        return .setAside
    }
}

/// The times and numbers by which entries are tried again.
package struct RelayRules: Sendable, Equatable {
    /// How long a message whose answer was lost waits for a status or echo that carries its key.
    package var evidenceTime: Span
    /// How long a bubble waits for the `sent` of the one before it, once that was accepted.
    package var sentTime: Span
    /// How long before its end a window counts as closed.
    package var windowMargin: Span
    package var firstBackOff: Span
    package var longestBackOff: Span
    /// More than a dead token or a cut line needs until the window closes and the message's own plan decides.
    package var mostMessageAttempts: Int
    package var mostBillingAttempts: Int

    package init(
        evidenceTime: Span = .seconds(30),
        sentTime: Span = .seconds(5),
        windowMargin: Span = .minutes(1),
        firstBackOff: Span = .seconds(1),
        longestBackOff: Span = .minutes(10),
        mostMessageAttempts: Int = 300,
        mostBillingAttempts: Int = 4000
    ) {
        self.evidenceTime = evidenceTime
        self.sentTime = sentTime
        self.windowMargin = windowMargin
        self.firstBackOff = firstBackOff
        self.longestBackOff = longestBackOff
        self.mostMessageAttempts = mostMessageAttempts
        self.mostBillingAttempts = mostBillingAttempts
    }

    package func mostAttempts(of kind: OutboxEntry.Kind) -> Int {
        switch kind {
        case .message: mostMessageAttempts
        case .billing, .payment: mostBillingAttempts
        }
    }

    /// Doubles with each attempt up to the longest, then takes off up to half by jitter in 0..<1.
    package func backOff(attempt: Int, jitter: Double) -> Span {
        let doubled = Double(firstBackOff.milliseconds) * Double(1 << min(max(attempt - 1, 0), 20))
        let whole = min(doubled, Double(longestBackOff.milliseconds))
        return .milliseconds(Int64(whole * (1 - min(max(jitter, 0), 1) / 2)))
    }
}
