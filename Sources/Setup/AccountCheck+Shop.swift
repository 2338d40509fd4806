package import Channels
package import Commerce
import Kernel
import Messaging

/// What people see, what they can buy, what they can be told: the platform beside the shop's folder.
extension AccountCheck {
    func frontLine(_ front: ChannelFront) async -> CheckLine {
        let parts = FrontPart.parts(of: front, on: account.target.channel)
        do throws(SetupRefusal) {
            let kept = try await desk.ask(.front(of: account.target), of: account)
            let others = parts.filter { !$0.stands(in: SetupReading.kept($0.name, in: kept.root)) }
            guard others.isEmpty else {
                return caution(
                    .front,
                    "not as the shop wants it: \(others.map(\.meaning).joined(separator: ", "))",
                    cure: "Run 'shopkeeper channels connect'."
                )
            }
            return good(.front, "people see \(parts.map(\.meaning).joined(separator: ", "))")
        } catch {
            return caution(.front, error.reason, cure: cure(for: error))
        }
    }

    func catalogueLine(_ catalogue: String, _ articles: [SKU]) async -> CheckLine {
        do throws(SetupRefusal) {
            if let call = SetupCall.catalogues(of: account.target) {
                let connected = try await desk.list(account, { $0 == nil ? call : nil }) { $0["id"]?.text }
                guard connected.items.contains(catalogue) else {
                    return bad(
                        .catalogue,
                        "\(catalogue) is not connected to the business account",
                        cure: "Connect it in the platform's commerce manager, or correct whatsAppCatalogue."
                    )
                }
            }
            let known = try await desk.list(account, { .articles(of: catalogue, after: $0) }) {
                $0["retailer_id"]?.text
            }
            return articlesLine(Set(known.items), isWhole: known.isWhole, articles)
        } catch {
            return bad(.catalogue, error.reason, cure: cure(for: error))
        }
    }

    private func articlesLine(_ known: Set<String>, isWhole: Bool, _ articles: [SKU]) -> CheckLine {
        let missing = articles.filter { !known.contains($0.text) }
        guard let first = missing.first else {
            return good(.catalogue, "it knows all \(articles.count) articles")
        }
        guard isWhole else {
            return good(.catalogue, "it is too long to compare; its first \(known.count) articles were read")
        }
        return caution(
            .catalogue,
            "\(missing.count) of \(articles.count) articles are not in it, such as \(first)",
            cure: "Upload catalogue.csv there again; what it doesn't know is shown as picture and words."
        )
    }

    func checkTemplates(_ templates: [NewsTemplate], _ report: inout Report) async {
        guard account.target.business != nil else {
            let cure = "Add \"businessAccount: …\" to the account in the settings."
            let finding = "their states can't be asked for without the number's business account"
            return report.lines.append(caution(.templates, finding, cure: cure))
        }
        do throws(SetupRefusal) {
            report.verdicts = try await verdicts()
            report.lines.append(templatesLine(templates, report.verdicts))
        } catch {
            report.lines.append(caution(.templates, error.reason, cure: cure(for: error)))
        }
    }

    /// What the platform says of every template of the business account, or of the Page.
    package func verdicts() async throws(SetupRefusal) -> [TemplateVerdict] {
        let target = account.target
        return try await desk.list(account, { .templates(of: target, after: $0) }) {
            SetupReading.template($0, on: target.channel)
        }.items
    }

    private func templatesLine(_ templates: [NewsTemplate], _ verdicts: [TemplateVerdict]) -> CheckLine {
        let known = Dictionary(verdicts.map { ($0.key, $0.approval) }, uniquingKeysWith: { first, _ in first })
        let unfit = templates.compactMap { template -> String? in
            switch known[template.key] {
            case .approved: nil
            case let approval?: "\(template.name) (\(template.language)) is \(approval.rawValue)"
            case nil: "\(template.name) (\(template.language)) is not registered"
            }
        }
        guard !unfit.isEmpty else { return good(.templates, "all \(templates.count) are approved") }
        let shown = unfit.prefix(3).joined(separator: ", ") + (unfit.count > 3 ? " and \(unfit.count - 3) more" : "")
        return caution(
            .templates,
            shown,
            cure:
                "Register them with the words of templates.yaml, or wait for the platform; until then this news waits."
        )
    }
}

extension NewsTemplate {
    fileprivate var key: TemplateVerdict.Key { TemplateVerdict.Key(name: name, language: language) }
}
