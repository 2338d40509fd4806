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
    private let shops: [SpokenShop]
    private let bounds: Survey.Bounds
    private let judge: BubbleJudge

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
        shops = (languages ?? shop.languages).map { SpokenShop(of: shop, catalogue, in: $0) }
        self.bounds = bounds
        judge = BubbleJudge(templates: shop.templates)
    }

    /// What the reading of the shop's files knows besides the shop itself.
    package struct Reading: Sendable {
        /// To say where a text stands.
        package var sources: ShopSources
        package var untranslated: [MissingText]
        package var remarks: [FolderRemark]

        package init(
            sources: ShopSources = ShopSources([:]),
            untranslated: [MissingText] = [],
            remarks: [FolderRemark] = []
        ) {
            self.sources = sources
            self.untranslated = untranslated
            self.remarks = remarks
        }
    }

    /// Looks at everything.
    ///
    /// - Parameters:
    ///   - reading: What is known of the shop's files.
    ///   - progress: Told now and then which part is done, from 0 to 1.
    /// - Returns: What was found, each thing once.
    package func report(of reading: Reading = Reading(), progress: (Double) -> Void = { _ in }) -> LintReport {
        var shelf = FindingShelf()
        var sums = Sums()
        let told = toldShops
        let share = 1 / Double(max(1, told.count))
        for (index, spoken) in told.enumerated() {
            let start = Double(index) * share
            lint(spoken, into: &shelf, &sums) { progress(start + share * $0) }
        }
        for findings in still { shelf.add(findings) }
        shelf.add(TranslationLint(shops: shops, missing: reading.untranslated).findings)
        return LintReport(
            findings: shelf.sorted(with: reading),
            messages: sums.messages,
            channels: channels,
            languages: shops.map(\.language),
            left: sums.left
        )
    }

    /// What one message of its own would come to, as the shop's channels render it.
    package func findings(of message: OutboundMessage, on channel: ChannelKind) -> [LintFinding] {
        let spoken = shops.first ?? SpokenShop(of: shop, catalogue, in: .english)
        let surveyed = SurveyedMessage(message, in: "planted", language: spoken.language)
        return MessageLint(spoken: spoken, judge: judge).findings(of: surveyed, on: channel)
    }

    private struct Sums {
        var messages = 0
        var left = 0
    }

    /// The languages in which anything is said: others are only spoken where the assistant speaks none of the shop's.
    private var toldShops: [SpokenShop] {
        let spoken = shops.filter(\.isSpoken)
        return spoken.isEmpty ? Array(shops.prefix(1)) : spoken
    }

    /// Plays everything in one language and looks at what is said.
    private func lint(
        _ spoken: SpokenShop,
        into shelf: inout FindingShelf,
        _ sums: inout Sums,
        progress: (Double) -> Void
    ) {
        let survey = Survey(of: shop, catalogue, listed: listed, in: spoken.language, bounds: bounds)
        guard let surveyed = survey?.report(progress: { progress($0 / 2) }) else { return }
        sums.messages += surveyed.messages.count
        sums.left += surveyed.left
        let lint = MessageLint(spoken: spoken, judge: judge)
        for (place, message) in surveyed.messages.enumerated() {
            for channel in channels { shelf.add(lint.findings(of: message, on: channel)) }
            progress((1 + Double(place + 1) / Double(surveyed.messages.count)) / 2)
        }
    }

    /// What stands in the shop's files, whatever is said.
    private var still: [[LintFinding]] {
        shops.map { ShopTextLint(spoken: $0).findings } + [
            PictureLint(shop: shop, catalogue: catalogue).findings,
            FrontLint(shop: shop, catalogue: catalogue, channels: channels, judge: judge, shops: shops).findings,
            channels == [.whatsapp] ? [] : CommentLint(shop: shop).findings,
            PostLint(shop: shop, catalogue: catalogue, listed: listed).findings,
            channels.contains(.whatsapp)
                ? TemplateLint(shop: shop, catalogue: catalogue, judge: judge).findings : [],
        ]
    }
}

extension FindingShelf {
    /// With the places where they are mended; what the reading of the files says of the same line is not said again.
    fileprivate func sorted(with reading: ShopLinter.Reading) -> [LintFinding] {
        var sources = reading.sources
        var shelf = FindingShelf()
        shelf.add(
            sorted.map { finding in
                var finding = finding
                if finding.places.isEmpty {
                    finding.places = [finding.cause.flatMap { sources.place(of: $0) }].compactMap(\.self)
                }
                return finding
            }
        )
        let cut = shelf.sorted.filter { $0.rule == .shortened || $0.rule == .optionLost }
        let known = Set(cut.compactMap(\.place).map { LintPlace(file: $0.file, line: $0.line) })
        shelf.add(reading.remarks.filter { $0.isLeftOut || !known.contains($0.place) }.map(\.finding))
        return shelf.sorted
    }
}
