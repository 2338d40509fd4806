package import Commerce
package import Kernel

extension RowBacked {
    package func templateVerdicts(_ shop: ShopID) throws -> [TemplateVerdict] {
        try rows.templateVerdicts(shop).map(\.verdict)
    }
}

extension StoreWriter {
    package func keepTemplateVerdicts(_ verdicts: [TemplateVerdict], of shop: ShopID, at now: Timestamp) throws {
        let known = try rows.templateVerdicts(shop)
        let moments = Dictionary(known.map { ($0.verdict.key, $0.at) }, uniquingKeysWith: { first, _ in first })
        for verdict in verdicts where moments[verdict.key].map({ $0 <= now }) ?? true {
            try rows.setTemplateVerdict(KeptVerdict(verdict: verdict, at: now), of: shop)
        }
    }
}

/// What a platform said of a template, and when.
package struct KeptVerdict: Sendable, Equatable {
    package let verdict: TemplateVerdict
    package let at: Timestamp

    package init(verdict: TemplateVerdict, at: Timestamp) {
        self.verdict = verdict
        self.at = at
    }
}
