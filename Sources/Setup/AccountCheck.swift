import Channels
package import Commerce
import Gateway
package import Kernel
package import Messaging

/// Looks at one account from the outside; changes nothing.
package struct AccountCheck: Sendable {
    let desk: SetupDesk
    let account: DeskAccount
    /// What should be seen of the shop, its articles and templates; nil where its folder can't be read.
    let wanted: Wanted?

    /// What a shop's folder asks of its accounts.
    package struct Wanted: Sendable {
        package let front: ChannelFront
        package let templates: [NewsTemplate]
        package let articles: [SKU]

        package init(front: ChannelFront, templates: [NewsTemplate], articles: [SKU]) {
            self.front = front
            self.templates = templates
            self.articles = articles
        }
    }

    /// What was found.
    package struct Report: Sendable {
        package var lines: [CheckLine] = []
        /// The moment by the platform's clock, where it told.
        package var date: Timestamp?
        /// What the platform says of the templates; empty where it wasn't asked.
        package var verdicts: [TemplateVerdict] = []
    }

    package init(_ account: DeskAccount, wanted: Wanted?, desk: SetupDesk) {
        self.account = account
        self.wanted = wanted
        self.desk = desk
    }

    /// Everything, in the order in which it is mended; behind a closed door nothing more is tried.
    package func report() async -> Report {
        var report = Report()
        guard await checkToken(&report) else { return report }
        if account.takesProof { report.lines.append(await secretLine()) }
        report.lines.append(await subscriptionLine())
        report.lines += await choiceLines()
        guard let wanted else { return report }
        report.lines.append(await frontLine(wanted.front))
        if let catalogue = account.catalogue { report.lines.append(await catalogueLine(catalogue, wanted.articles)) }
        if account.target.channel == .whatsapp, !wanted.templates.isEmpty {
            await checkTemplates(wanted.templates, &report)
        }
        return report
    }

    func good(_ topic: CheckLine.Topic, _ finding: String) -> CheckLine { .good(topic, account.name, finding) }

    func caution(_ topic: CheckLine.Topic, _ finding: String, cure: String) -> CheckLine {
        .caution(topic, account.name, finding, cure: cure)
    }

    func bad(_ topic: CheckLine.Topic, _ finding: String, cure: String) -> CheckLine {
        .bad(topic, account.name, finding, cure: cure)
    }

    /// What to do about a refusal, whatever was asked.
    func cure(for refusal: SetupRefusal) -> String {
        switch refusal.kind {
        case .token: "Make a new access token and put it into \(account.tokenVariable)."
        case .permission: "Grant the token the permissions that the guide to this channel lists, then try again."
        case .unknown:
            "Check the account's id in the settings, and that the token in \(account.tokenVariable) belongs to it."
        case .busy: "Wait some minutes and try again."
        case .callback: "Start 'shopkeeper serve' where publicURL leads, then try again."
        case .elsewhere: "Check graphURL in the settings and the way into the internet."
        case .other: "Look the code up in the platform's pages."
        }
    }
}

/// Token, secret, subscription.
extension AccountCheck {
    /// Whether the door is open.
    private func checkToken(_ report: inout Report) async -> Bool {
        do throws(SetupRefusal) {
            let answer = try await desk.ask(.identity(of: account.target), of: account)
            report.date = answer.date
            let identity = SetupReading.identity(answer.root, of: account.target)
            guard identity.isSame else {
                report.lines.append(
                    bad(
                        .token,
                        "the access token belongs to another account",
                        cure: "Put this account's own token into \(account.ownTokenVariable)."
                    )
                )
                return false
            }
            report.lines.append(good(.token, "it opens \(identity.name ?? account.label)"))
            return true
        } catch {
            report.lines.append(bad(.token, error.reason, cure: cure(for: error)))
            return false
        }
    }

    /// The token is known to be good, so a refusal with a proof concerns the secret.
    private func secretLine() async -> CheckLine {
        do throws(SetupRefusal) {
            _ = try await desk.ask(.identity(of: account.target), of: account, isProven: true)
            return good(.appSecret, "it fits the token")
        } catch  where error.kind == .elsewhere || error.kind == .busy {
            return caution(.appSecret, error.reason, cure: cure(for: error))
        } catch {
            return bad(
                .appSecret,
                "it does not belong to the token's app, so that no webhook would be believed",
                cure: "Copy the app secret from the app's dashboard into \(account.secretVariable)."
            )
        }
    }

    private func subscriptionLine() async -> CheckLine {
        guard let call = SetupCall.subscription(of: account.target) else {
            return caution(
                .subscription,
                "it can't be asked for without the number's business account",
                cure: "Add \"businessAccount: …\" to the account in the settings."
            )
        }
        do throws(SetupRefusal) {
            let answer = try await desk.ask(call, of: account)
            guard let fields = SetupReading.subscription(answer.root, app: account.app.appID) else {
                return bad(
                    .subscription,
                    "the account delivers nothing to our app",
                    cure: "Run 'shopkeeper channels connect'."
                )
            }
            guard account.choosesFields else { return good(.subscription, "the account delivers to our app") }
            return fieldsLine(.subscription, fields, cure: "Run 'shopkeeper channels connect'.")
        } catch {
            return bad(.subscription, error.reason, cure: cure(for: error))
        }
    }

    private func fieldsLine(_ topic: CheckLine.Topic, _ fields: Set<String>, cure: String) -> CheckLine {
        let missing = account.wantedFields.filter { !fields.contains($0) }
        guard !missing.isEmpty else { return good(topic, "all \(account.wantedFields.count) fields are delivered") }
        let words = "missing \(missing.count == 1 ? "is" : "are") \(missing.joined(separator: ", "))"
        let isNeeded = SubscribedFields.needed(account.target.channel).contains { missing.contains($0) }
        return isNeeded ? bad(topic, words, cure: cure) : caution(topic, words, cure: cure)
    }

    /// What the app itself chose: only its own token tells.
    private func choiceLines() async -> [CheckLine] {
        guard let app = account.app.appID else {
            guard !account.choosesFields else { return [] }
            let fields = account.wantedFields.joined(separator: ", ")
            return [
                caution(
                    .fields,
                    "which fields the app chose can't be asked for without its number",
                    cure: "Add \"appID: …\" to the app \(account.app.name) in the settings, or compare with: \(fields)."
                )
            ]
        }
        do throws(SetupRefusal) {
            let answer = try await desk.ask(.choices(of: app), of: account)
            return [choiceLine(SetupReading.choice(answer.root, for: account.target.channel))]
        } catch {
            let cure =
                error.kind == .token
                ? "Check appID and the app secret of the app \(account.app.name)." : cure(for: error)
            return [bad(.fields, error.reason, cure: cure)]
        }
    }

    private func choiceLine(_ choice: SetupReading.Choice?) -> CheckLine {
        let connect = "Run 'shopkeeper channels connect'."
        guard let choice, choice.isActive else {
            return bad(.fields, "the app has chosen no webhook for this channel", cure: connect)
        }
        guard account.webhook.isEmpty || choice.callback == account.webhook else {
            return bad(.fields, "the app's webhook is \(choice.callback), not \(account.webhook)", cure: connect)
        }
        return fieldsLine(.fields, choice.fields, cure: connect)
    }
}
