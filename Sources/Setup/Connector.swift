import Channels
import Gateway
import Kernel
package import Messaging

/// Something that `channels connect` did, found done, or could not do.
package struct ConnectStep: Sendable, Equatable {
    package enum Outcome: Sendable, Equatable {
        case changed
        case stood
        case failed(cure: String)
        /// A person has to do it.
        case leftToYou
    }

    package let outcome: Outcome
    package let words: String

    package var text: String {
        switch outcome {
        case .changed: "+ \(words)"
        case .stood: "✓ \(words)"
        case .failed(let cure): "✗ \(words) \(cure)"
        case .leftToYou: "! \(words)"
        }
    }
}

/// Connects one account: what stands already is left alone, so that it may be done again at any time.
package struct Connector: Sendable {
    private let desk: SetupDesk
    private let account: DeskAccount
    private let front: ChannelFront

    package init(_ account: DeskAccount, front: ChannelFront, desk: SetupDesk) {
        self.account = account
        self.front = front
        self.desk = desk
    }

    /// Webhook and fields first, so that nothing is missed once people can tap.
    package func connect() async -> [ConnectStep] {
        do throws(SetupRefusal) {
            let answer = try await desk.ask(.identity(of: account.target), of: account)
            guard SetupReading.identity(answer.root, of: account.target).isSame else {
                let cure = "Put this account's own token into \(account.ownTokenVariable)."
                return [failed("The access token belongs to another account.", cure: cure)]
            }
        } catch {
            return [failed(error)]
        }
        return [await chooseFields(), await subscribe()] + (await showFront())
    }

    private func failed(_ words: String, cure: String) -> ConnectStep {
        ConnectStep(outcome: .failed(cure: cure), words: words)
    }

    private func failed(_ refusal: SetupRefusal) -> ConnectStep {
        failed(refusal.reason, cure: AccountCheck(account, wanted: nil, desk: desk).cure(for: refusal))
    }

    private func chooseFields() async -> ConnectStep {
        let fields = account.wantedFields
        guard let app = account.app.appID, !account.webhook.isEmpty else {
            let words =
                "Choose the webhook \(account.webhook.isEmpty ? "of publicURL" : account.webhook) and these fields in the app's dashboard, or add appID to the settings: \(fields.joined(separator: ", "))."
            return ConnectStep(outcome: .leftToYou, words: words)
        }
        do throws(SetupRefusal) {
            let answer = try await desk.ask(.choices(of: app), of: account)
            let choice = SetupReading.choice(answer.root, for: account.target.channel)
            if let choice, choice.isActive, choice.callback == account.webhook, choice.fields == Set(fields) {
                return ConnectStep(
                    outcome: .stood,
                    words: "The app is told of \(fields.count) fields at \(choice.callback)."
                )
            }
            let call = SetupCall.choose(
                fieldsOf: account.target.channel,
                isLinked: account.target.isLinked,
                for: app,
                callback: account.webhook,
                verifyToken: account.app.verifyToken.revealed
            )
            _ = try await desk.ask(call, of: account)
            return ConnectStep(
                outcome: .changed,
                words: "The app is now told of \(fields.count) fields at \(account.webhook)."
            )
        } catch {
            return failed(error)
        }
    }

    private func subscribe() async -> ConnectStep {
        guard let look = SetupCall.subscription(of: account.target), let call = SetupCall.subscribe(account.target)
        else {
            return failed(
                "The number's business account isn't known.",
                cure: "Add \"businessAccount: …\" to the account in the settings."
            )
        }
        do throws(SetupRefusal) {
            let answer = try await desk.ask(look, of: account)
            let fields = SetupReading.subscription(answer.root, app: account.app.appID)
            let wanted = Set(account.wantedFields)
            if let fields, !account.choosesFields || fields == wanted {
                return ConnectStep(outcome: .stood, words: "The account delivers to our app.")
            }
            _ = try await desk.ask(call, of: account)
            return ConnectStep(outcome: .changed, words: change(from: fields ?? [], to: wanted))
        } catch {
            return failed(error)
        }
    }

    private func change(from fields: Set<String>, to wanted: Set<String>) -> String {
        guard account.choosesFields else { return "The account now delivers to our app." }
        let added = wanted.subtracting(fields).sorted()
        let dropped = fields.subtracting(wanted).sorted()
        let words = [
            added.isEmpty ? nil : "added \(added.joined(separator: ", "))",
            dropped.isEmpty ? nil : "dropped \(dropped.joined(separator: ", "))",
        ].compactMap(\.self)
        return "The account now delivers \(wanted.count) fields to our app: \(words.joined(separator: "; "))."
    }

    private func showFront() async -> [ConnectStep] {
        let parts = FrontPart.parts(of: front, on: account.target.channel)
        do throws(SetupRefusal) {
            let kept = try await desk.ask(.front(of: account.target), of: account)
            let others = parts.filter { !$0.stands(in: SetupReading.kept($0.name, in: kept.root)) }
            let gone = FrontPart.superfluous(on: account.target.channel, beside: parts, in: kept.root)
            if !others.isEmpty { _ = try await desk.ask(.set(others, of: account.target), of: account) }
            if !gone.isEmpty { _ = try await desk.ask(.remove(gone, of: account.target), of: account) }
            return parts.map { part in
                let isNew = others.contains(part)
                return ConnectStep(
                    outcome: isNew ? .changed : .stood,
                    words: "People \(isNew ? "now see" : "see") \(part.meaning)."
                )
            }
                + gone.map {
                    ConnectStep(outcome: .changed, words: "People no longer see \($0.replacing("_", with: " ")).")
                }
        } catch {
            return [failed(error)]
        }
    }
}
