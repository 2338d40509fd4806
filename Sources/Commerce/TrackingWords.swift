import Kernel

/// What a character is inside of a tracking number.
enum TrackingSign {
    /// The capital or digit in ASCII that a character stands for; nil for everything else.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "0"..."9", "A"..."Z": return UInt8(ascii: scalar)
        case "a"..."z": return UInt8(ascii: scalar) - 0x20
        default:
            guard !scalar.isASCII, scalar.properties.numericType == .decimal,
                let value = scalar.properties.numericValue, (0...9).contains(value)
            else { return nil }
            return UInt8(value) + 0x30
        }
    }

    /// Not to be seen, as text copied from a page may hold it.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }

    /// Dashes of every kind and the dot stand between groups of one number.
    static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "\u{2212}" || scalar.properties.generalCategory == .dashPunctuation
    }
}

/// A text cut into words, as far as tracking numbers need it.
struct TrackingWords {
    /// Whether a word tells that the text is about a parcel.
    let speakOfParcels: Bool
    /// Capitals and digits; nil where a word has anything else, so that it is no part of a number.
    private let words: [[UInt8]?]

    /// A group of a number that is written in groups has at most so many signs, and the whole number so many.
    private static let groupLimit = 9
    private static let numberLimit = 40

    init(_ text: String) {
        speakOfParcels = TextTools.words(text).contains { word in Self.parcelWords.contains { word.hasPrefix($0) } }
        var words: [[UInt8]?] = []
        for part in text.split(whereSeparator: Self.isBetweenWords) { words += Self.words(of: part) }
        self.words = words
    }

    /// The words, and the runs of words, that are numbers: a word by itself before any run, a long run before a short one.
    func numbers(where isNumber: ([UInt8]) -> Bool) -> [[UInt8]] {
        var whole = words.map { $0.map(isNumber) ?? false }
        var found: [(place: Int, number: [UInt8])] = words.indices.compactMap { index in
            whole[index] ? words[index].map { (index, $0) } : nil
        }
        var start = 0
        while start < words.count {
            guard !whole[start], let run = run(from: start, taken: whole, isNumber) else {
                start += 1
                continue
            }
            found.append((start, run.number))
            for index in start..<run.end { whole[index] = true }
            start = run.end
        }
        return found.sorted { $0.place < $1.place }.map(\.number)
    }

    /// The longest number that begins with this word and goes on in others.
    private func run(from start: Int, taken: [Bool], _ isNumber: ([UInt8]) -> Bool) -> (number: [UInt8], end: Int)? {
        var joined: [UInt8] = []
        var longest: (number: [UInt8], end: Int)?
        for index in start..<words.count {
            guard !taken[index], let word = words[index], word.count <= Self.groupLimit,
                joined.count + word.count <= Self.numberLimit
            else { break }
            joined += word
            if index > start, isNumber(joined) { longest = (joined, index + 1) }
        }
        return longest
    }

    /// A plus is kept with what follows: it makes a phone number of it.
    private static func isBetweenWords(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
        return !character.isLetter && !character.isNumber && scalar != "+" && !TrackingSign.isInvisible(scalar)
            && !TrackingSign.isJoint(scalar)
    }

    /// A part between blanks is one word; a dot ends it unless it stands between digits.
    private static func words(of part: Substring) -> [[UInt8]?] {
        let visible = part.unicodeScalars.filter { !TrackingSign.isInvisible($0) }
        var pieces: [[Unicode.Scalar]] = []
        for piece in visible.split(separator: ".") {
            if let last = pieces.last?.last, let first = piece.first, last.isDigit, first.isDigit {
                pieces[pieces.count - 1] += Array(piece)
            } else {
                pieces.append(Array(piece))
            }
        }
        return pieces.map { piece in
            let signs = piece.filter { !TrackingSign.isJoint($0) }
            let bytes = signs.compactMap(TrackingSign.byte)
            return bytes.isEmpty || bytes.count < signs.count ? nil : bytes
        }
    }

    private static let parcelWords = [
        "track", "parcel", "package", "shipment", "shipping", "courier", "rastre", "envio", "pedido", "encomenda",
        "pacote", "correio", "seguimiento", "paquete", "guia", "sendung", "paket", "colis", "suivi", "fedex", "dhl",
        "ups", "usps", "dpd",
    ]
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
