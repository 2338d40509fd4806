package import Commerce
import Kernel

/// Reads a shop's files, and tells all that is wrong with them at once.
package enum ShopReader {
    /// Reads a shop as the store's shop of that number; throws when anything in `shop.yaml` can't be used, or nothing can be sold.
    package static func read(
        _ source: ShopSource,
        as id: ShopID,
        revision: Int64 = 1,
        options: ReadingOptions = .usual
    ) throws(ShopFaults) -> LoadedShop {
        var reading = ShopReading(source, options: options)
        guard let shop = reading.shop(id: id, revision: revision) else { throw ShopFaults(findings: reading.findings) }
        return shop
    }

    /// The text files of a shop as they are, by name; those that are not there are left out.
    package static func files(of source: ShopSource) -> [String: [UInt8]] {
        let files = ShopFiles(source: source)
        let names = [ShopFiles.shop, ShopFiles.catalogue, ShopFiles.questions, ShopFiles.templates, ShopFiles.posts]
        return Dictionary(uniqueKeysWithValues: names.compactMap { name in files.bytes(of: name).map { (name, $0) } })
    }

    /// Everything that was found, in the order of files and lines; empty for a shop without fault.
    package static func check(_ source: ShopSource, options: ReadingOptions = .usual) -> [Finding] {
        var reading = ShopReading(source, options: options)
        _ = reading.shop(id: ShopID(1), revision: 1)
        return reading.findings
    }
}

/// One pass over the files of a shop.
private struct ShopReading {
    private let files: ShopFiles
    private let options: ReadingOptions
    private var shopLog: FindingLog
    private var catalogueLog: FindingLog
    private var questionLog: FindingLog
    private var templateLog: FindingLog
    private var postLog: FindingLog
    /// What only the passes for further languages found.
    private var inTranslations: [Finding] = []
    private var untranslated: [MissingText] = []

    /// Reads the texts of a further language, where there are such, instead of the first one's.
    init(_ source: ShopSource, options: ReadingOptions, in language: LanguageTag? = nil) {
        files = ShopFiles(source: source)
        self.options = options
        let most = options.mostFindings
        shopLog = FindingLog(file: ShopFiles.shop, most: most, language: language)
        catalogueLog = FindingLog(file: ShopFiles.catalogue, most: most, language: language)
        questionLog = FindingLog(file: ShopFiles.questions, most: most, language: language)
        templateLog = FindingLog(file: ShopFiles.templates, most: most)
        postLog = FindingLog(file: ShopFiles.posts, most: most)
    }

    private var logs: [FindingLog] { [shopLog, catalogueLog, questionLog, templateLog, postLog] }

    var findings: [Finding] {
        logs.flatMap { log in
            let others = inTranslations.filter { $0.file == log.file }
            guard !others.isEmpty else { return log.findings }
            return (log.findings + others).enumerated().sorted {
                ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
            }.map(\.element)
        }
    }

    mutating func shop(id: ShopID, revision: Int64) -> LoadedShop? {
        let details = details()
        var shelf = PictureShelf(files: files)
        let drawn = options.namesPictures ? DrawnPicture.cover.name : nil
        let cover = cover(of: details, shelf: &shelf) ?? drawn
        let file = files.bytes(of: ShopFiles.catalogue)
        let listed = contents(file, details: details, shelf: &shelf)
        let questions = questions()
        let templates = templates()
        // Without goods every shelf and every featured product would be told, which helps nobody.
        guard listed.products.contains(where: \.isListed) else { return nil }
        var contents = displayed(listed, details: details)
        if options.namesPictures { contents.products = contents.products.map(\.pictured) }
        guard contents.products.contains(where: \.isListed) else { return nil }
        let builder = ShelfBuilder(contents)
        let collections = builder.collections(details.shelves, log: &shopLog)
        let featured = builder.ids(details.featured, log: &shopLog)
        if !details.shelves.isEmpty { builder.remarkStrays(collections, log: &catalogueLog) }
        let posts = posts(builder)
        let front = details.front.checked(
            collections: Set(collections.map(\.id)),
            products: Set(contents.products.map(\.id)),
            questions: Set(questions.map(\.id)),
            log: &shopLog
        )
        guard !shopLog.hasFaults, let currency = details.currency, let zone = details.zone else { return nil }
        let others = translations(of: details, id: id, revision: revision)
        let shop = details.shop(
            id: id,
            cover: cover,
            currency: currency,
            zone: zone,
            questions: questions,
            featured: featured,
            templates: templates,
            posts: posts,
            front: front,
            translations: others.mapValues(\.shop)
        )
        let hidden = Set(details.shelves.filter(\.isHidden).map(\.id))
        let shelves = collections.filter { !hidden.contains($0.id) }
        return LoadedShop(
            shop: shop,
            catalogue: Catalogue(
                revision: revision,
                products: contents.products,
                collections: shelves,
                translations: others.mapValues(\.catalogue)
            ),
            listed: contents.listed,
            fingerprint: HMACSHA256.hex(key: "catalogue", body: file ?? []),
            pictures: shelf,
            remarks: findings,
            untranslated: untranslated
        )
    }

    /// The shop once more in each further language; only the pass for the first language makes others.
    private mutating func translations(
        of details: ShopDetails,
        id: ShopID,
        revision: Int64
    ) -> [String: LoadedShop] {
        guard shopLog.language == nil, let first = details.languages.first else { return [:] }
        remarkStrangers(to: details.languages)
        var options = options
        options.progress = nil
        var read: [String: LoadedShop] = [:]
        for tag in details.languages.dropFirst() where tag.language != first.language && read[tag.language] == nil {
            var reading = ShopReading(files.source, options: options, in: tag)
            let shop = reading.shop(id: id, revision: revision)
            let known = Set(findings)
            inTranslations += reading.findings.filter { !known.contains($0) }
            untranslated += reading.logs.flatMap(\.untranslated)
            read[tag.language] = shop
        }
        return read
    }

    /// Texts in languages that the shop doesn't name are not used.
    private mutating func remarkStrangers(to languages: [LanguageTag]) {
        let further = Set(languages.dropFirst().map(\.language))
        let expected = "texts in one of the shop's further languages"
        func strangers(in log: FindingLog) -> [(line: Int, remedy: String)] {
            log.translations.filter { !further.contains($0.key.language) }.sorted { $0.value < $1.value }.map {
                let isFirst = $0.key.language == languages.first?.language
                let cure =
                    isFirst
                    ? "Write the first language's texts under the plain names."
                    : "Add \($0.key.language) to languages in shop.yaml, or delete its texts."
                return ($0.value, "Those in \($0.key) are not used. \(cure)")
            }
        }
        for (line, remedy) in strangers(in: shopLog) { shopLog.remark(line, expected: expected, remedy: remedy) }
        for (line, remedy) in strangers(in: catalogueLog) {
            catalogueLog.remark(line, expected: expected, remedy: remedy)
        }
        for (line, remedy) in strangers(in: questionLog) {
            questionLog.remark(line, expected: expected, remedy: remedy)
        }
    }

    private mutating func details() -> ShopDetails {
        guard let bytes = files.bytes(of: ShopFiles.shop) else {
            shopLog.fault(
                1,
                expected: "a file \(ShopFiles.shop) in the shop's folder",
                remedy: "Make a folder with 'shopkeeper init FOLDER' and change what it holds."
            )
            return ShopDetails()
        }
        let (details, log) = ShopDetailsReader.read(bytes, log: shopLog)
        shopLog = log
        return details
    }

    private mutating func cover(of details: ShopDetails, shelf: inout PictureShelf) -> String? {
        guard let cover = details.cover else { return nil }
        let entry = shelf.add(cover.path)
        if case .known(let name) = entry { return name }
        shelf.remark(entry, path: cover.path, line: cover.line, log: &shopLog)
        return nil
    }

    private mutating func contents(_ file: [UInt8]?, details: ShopDetails, shelf: inout PictureShelf)
        -> CatalogueContents
    {
        guard let file else {
            catalogueLog.fault(
                1,
                expected: "a file \(ShopFiles.catalogue) in the shop's folder",
                remedy: "Save your goods there, one row for each that can be bought."
            )
            return CatalogueContents()
        }
        return CatalogueReader.read(
            file,
            currency: details.currency,
            zone: details.zone ?? .utc,
            progress: options.progress,
            shelf: &shelf,
            log: &catalogueLog
        )
    }

    private mutating func questions() -> [ShopQuestion] {
        guard let bytes = files.bytes(of: ShopFiles.questions) else {
            questionLog.remark(
                1,
                expected: "a file \(ShopFiles.questions) in the shop's folder",
                remedy: "Without it, questions about delivery or returns go to a person."
            )
            return []
        }
        return QuestionsReader.read(bytes, log: &questionLog)
    }

    /// None where there is no such file: news then waits for the shopper's next word.
    private mutating func templates() -> [NewsTemplate] {
        files.bytes(of: ShopFiles.templates).map { TemplatesReader.read($0, log: &templateLog) } ?? []
    }

    /// None where there is no such file: what a post shows then has to be said in words.
    private mutating func posts(_ builder: ShelfBuilder) -> PostTable {
        files.bytes(of: ShopFiles.posts).map { PostsReader.read($0, goods: builder, log: &postLog) } ?? PostTable()
    }

    /// Without what the shop doesn't show.
    private mutating func displayed(_ contents: CatalogueContents, details: ShopDetails) -> CatalogueContents {
        let displayed = details.display.applied(to: contents, log: &shopLog)
        if !displayed.products.contains(where: \.isListed) {
            shopLog.fault(
                details.display.shown.first?.line ?? details.display.hidden.first?.line ?? 1,
                expected: "at least one product that is shown",
                remedy: "Everything is hidden by 'shown' and 'hidden'. Take something out of 'hidden'."
            )
        }
        return displayed
    }
}
