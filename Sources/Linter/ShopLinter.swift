import Channels
package import Commerce
package import Dialogue
package import Kernel
package import Messaging

/// Renders everything the assistant can say for a shop, in its languages, on its channels, and tells what would not arrive
/// as meant.
package struct ShopLinter: Sendable {
    private let shop: Shop
    private let catalogue: Catalogue
    private let listed: [SKU: Int]
    private let channels: [ChannelKind]
    private let languages: [LanguageTag]
    private let bounds: Survey.Bounds
    private let judge: BubbleJudge
    private let texts: ShopTexts

    /// - Parameters:
    ///   - shop: As its files describe it.
    ///   - catalogue: Its goods.
    ///   - listed: Pieces of each SKU.
    ///   - channels: Where messages are rendered.
    ///   - languages: In which; nil: all of the shop's.
    ///   - bounds: How far the survey goes.
    package init(
        of shop: Shop,
        _ catalogue: Catalogue,
        listed: [SKU: Int] = [:],
        channels: [ChannelKind] = ChannelKind.allCases,
        languages: [LanguageTag]? = nil,
        bounds: Survey.Bounds = Survey.Bounds()
    ) {
        self.shop = shop
        self.catalogue = catalogue
        self.listed = listed
        self.channels = channels
        self.languages = languages ?? shop.languages
        self.bounds = bounds
        judge = BubbleJudge(templates: shop.templates)
        texts = ShopTexts(of: shop, catalogue)
    }

    /// Looks at everything.
    ///
    /// - Parameters:
    ///   - sources: The shop's files, to say where a text stands.
    ///   - progress: Told now and then which part is done, from 0 to 1.
    /// - Returns: What was found, each thing once.
    package func report(sources: ShopSources = ShopSources([:]), progress: (Double) -> Void = { _ in }) -> LintReport {
        var shelf = FindingShelf()
        var messages = 0
        var left = 0
        let share = 1 / Double(max(1, languages.count))
        for (index, language) in languages.enumerated() {
            let start = Double(index) * share
            let survey = Survey(of: shop, catalogue, listed: listed, in: language, bounds: bounds)
            guard let surveyed = survey?.report(progress: { progress(start + share * $0 / 2) }) else { continue }
            messages += surveyed.messages.count
            left += surveyed.left
            let lint = messageLint
            for (place, message) in surveyed.messages.enumerated() {
                for channel in channels { shelf.add(lint.findings(of: message, on: channel)) }
                let part = Double(place + 1) / Double(surveyed.messages.count)
                progress(start + share * (1 + part) / 2)
            }
        }
        shelf.add(ShopTextLint(shop: shop, catalogue: catalogue, texts: texts).findings)
        if channels.contains(.whatsapp) {
            shelf.add(TemplateLint(shop: shop, catalogue: catalogue, judge: judge).findings)
        }
        return LintReport(
            findings: Self.located(shelf.sorted, in: sources),
            messages: messages,
            channels: channels,
            languages: languages,
            left: left
        )
    }

    /// What one message of its own would come to, as the shop's channels render it.
    package func findings(of message: OutboundMessage, on channel: ChannelKind) -> [LintFinding] {
        let surveyed = SurveyedMessage(message, in: "planted", language: languages.first ?? .english)
        return messageLint.findings(of: surveyed, on: channel)
    }

    private var messageLint: MessageLint {
        MessageLint(
            texts: texts,
            names: OfferedNames(shop: shop, catalogue: catalogue),
            judge: judge,
            settings: ChannelSettings(
                meta: MetaSettings(
                    recipientName: "Ana Souza",
                    paymentWords: Dictionary(
                        shop.paymentOptions.map { ($0.way, $0.title) },
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            )
        )
    }

    private static func located(_ findings: [LintFinding], in sources: ShopSources) -> [LintFinding] {
        var sources = sources
        return findings.map { finding in
            var finding = finding
            finding.place = finding.cause.flatMap { sources.place(of: $0) }
            return finding
        }
    }
}
