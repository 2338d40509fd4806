import Channels
import Gateway
package import Kernel

/// Renews the tokens that end, where they stand in files of their own.
package struct TokenRenewal: Sendable {
    /// The files in which tokens stand.
    package struct Files: Sendable {
        package let changedAt: @Sendable (_ path: String) -> Timestamp?
        /// Writes a token whole or not at all, readable by its owner alone.
        package let write: @Sendable (_ token: String, _ path: String) throws -> Void

        package init(
            changedAt: @escaping @Sendable (String) -> Timestamp?,
            write: @escaping @Sendable (String, String) throws -> Void
        ) {
            self.changedAt = changedAt
            self.write = write
        }
    }

    private let desk: SetupDesk
    private let files: Files

    package init(desk: SetupDesk, files: Files) {
        self.desk = desk
        self.files = files
    }

    /// Renews one account's token; nil where nothing has to be renewed on its channel.
    package func renew(_ account: DeskAccount, at now: Timestamp) async -> ConnectStep? {
        guard let life = TokenLife(of: account, changedAt: files.changedAt) else { return nil }
        guard let file = account.tokenFile else {
            let words =
                "The token comes from \(account.tokenVariable), where it can't be replaced. Keep it in a file: \"accessToken: file:…\"."
            return ConnectStep(outcome: .leftToYou, words: words)
        }
        if life.isFresh(at: now) {
            return ConnectStep(outcome: .stood, words: "The token was renewed within the last day.")
        }
        do throws(SetupRefusal) {
            let answer = try await desk.ask(.renewal(of: account.token.revealed), of: account)
            guard let renewed = SetupReading.renewal(answer.root) else {
                return failed("The answer named no token.", cure: "Try again in an hour.")
            }
            return keep(renewed.token, life: renewed.life, in: file, at: now)
        } catch {
            return failed(error.reason, cure: AccountCheck(account, wanted: nil, desk: desk).cure(for: error))
        }
    }

    private func keep(_ token: String, life: Span?, in file: String, at now: Timestamp) -> ConnectStep {
        let end = TokenLife.day(now + (life ?? TokenLife.whole))
        do {
            try files.write(token, file)
            let words = "The token in \(file) lasts until \(end). Start 'shopkeeper serve' anew, so that it takes it."
            return ConnectStep(outcome: .changed, words: words)
        } catch {
            return failed("The renewed token could not be written to \(file).", cure: "Check path and rights: \(error)")
        }
    }

    private func failed(_ words: String, cure: String) -> ConnectStep {
        ConnectStep(outcome: .failed(cure: cure), words: words)
    }
}
