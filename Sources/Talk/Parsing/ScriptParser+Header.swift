import Kernel

extension ScriptParser {
    /// Reads the header and returns the index of the line after it.
    mutating func readHeader() -> Int {
        var index = 0
        var seen: Set<Substring> = []
        while index < lines.count, !lines[index].isBlank {
            let line = lines[index]
            index += 1
            if line.isRemark { continue }
            do throws(LineProblem) {
                let isRepeatable = ["shop", "shopper", "staff"].contains(line.token)
                guard isRepeatable || seen.insert(line.token).inserted else {
                    throw LineProblem("'\(line.token)' only once", mend: "Remove one of the two lines.")
                }
                try readHeaderLine(line)
            } catch {
                note(error, at: line.index)
            }
        }
        if header.shoppers.isEmpty {
            let example = "shopper ana whatsapp name=Ana"
            note(
                LineProblem(
                    "a shopper in the header",
                    mend: "Add a line such as '\(example)' before the first blank line."
                ),
                at: 0
            )
        }
        for shopper in header.shoppers {
            guard let shop = shopper.shop, !header.shops.contains(where: { $0.name == shop }) else { continue }
            note(
                LineProblem("a shop of the header instead of '@\(shop)'", mend: "Add a line 'shop FOLDER as=\(shop)'."),
                at: 0
            )
        }
        return index
    }

    private mutating func readHeaderLine(_ line: SourceLine) throws(LineProblem) {
        let signs = try Signs(reading: line.rest).trimmed
        let words = line.token == "title" ? [] : try signs.words().words
        switch line.token {
        case "title": header.title = signs.text
        case "shop": header.shops.append(try shop(words))
        case "shopper": try readShopper(words)
        case "staff": try readStaff(words)
        case "clock":
            guard let moment = Timestamp(iso8601: signs.text) else {
                throw LineProblem("a moment", mend: "Write it as 2026-10-05T12:00Z.")
            }
            header.clock = moment
        case "seed":
            guard let seed = UInt64(signs.text) else { throw LineProblem("a whole number", mend: "Write 'seed 7'.") }
            header.seed = seed
        case "status":
            guard signs.text == "manual" else {
                throw LineProblem("'status manual'", mend: "Without this line statuses come by themselves.")
            }
            header.reportsStatusesByHand = true
        default:
            throw LineProblem(
                "a header line instead of '\(line.token)'",
                mend: "Use title, shop, shopper, staff, clock, seed or status; a blank line ends the header."
            )
        }
    }

    private func shop(_ words: [Signs]) throws(LineProblem) -> ScriptHeader.Shop {
        guard let folder = words.first, !folder.contains(where: { $0.marks("=") }) else {
            throw LineProblem("a folder or 'demo'", mend: "Write 'shop demo', then settings as key=value.")
        }
        let shop = ScriptHeader.Shop(folder: folder.text, settings: try plainFields(words.dropFirst()))
        guard !header.shops.contains(where: { $0.name == shop.name }) else {
            throw LineProblem("another name than '\(shop.name)'", mend: "Tell two shops apart: 'shop demo as=second'.")
        }
        return shop
    }

    private mutating func readShopper(_ words: [Signs]) throws(LineProblem) {
        let known = TalkChannel.allCases.map(\.rawValue) + ["any"]
        guard words.count >= 2, ScriptName.isName(words[0].text), known.contains(words[1].text) else {
            throw LineProblem(
                "a shopper's name and channel",
                mend: "Write 'shopper ana whatsapp'; channels are \(known.joined(separator: ", "))."
            )
        }
        try claim(name: words[0].text)
        let channel = TalkChannel(rawValue: words[1].text)
        let shops = words.dropFirst(2).filter { $0.first?.marks("@") == true }
        guard shops.count <= 1 else { throw LineProblem("one shop", mend: "Somebody writes to one shop: '@kiel'.") }
        let details = try plainFields(words.dropFirst(2).filter { $0.first?.marks("@") != true })
        let shop = shops.first.map { $0.dropFirst().text }
        header.shoppers.append(
            ScriptHeader.Shopper(name: words[0].text, channel: channel, details: details, shop: shop)
        )
        let keys = ["name", "id", "phone", "locale", "consent"]
        if let odd = details.first(where: { !keys.contains($0.key) }) {
            throw LineProblem("a known detail instead of '\(odd.key)'", mend: "Use \(keys.joined(separator: ", ")).")
        }
    }

    private mutating func readStaff(_ words: [Signs]) throws(LineProblem) {
        guard words.count == 1, ScriptName.isName(words[0].text) else {
            throw LineProblem("a name", mend: "Write 'staff bea'.")
        }
        try claim(name: words[0].text)
        header.staff.append(words[0].text)
    }

    private func claim(name: String) throws(LineProblem) {
        guard header.shopper(name) == nil, !header.staff.contains(name) else {
            throw LineProblem("another name than '\(name)'", mend: "Everybody in a script has a name of their own.")
        }
    }

    private func plainFields(_ words: some Sequence<Signs>) throws(LineProblem) -> [Field<String>] {
        var fields: [Field<String>] = []
        for word in words { fields.append(try Field(readingPlain: word)) }
        return fields
    }
}
