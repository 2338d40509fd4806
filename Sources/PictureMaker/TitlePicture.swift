/// A picture that says a title in a shop's colour, for what has no picture of its own.
package struct TitlePicture: Sendable, Hashable {
    package let title: String
    /// Said small below it, such as the shop's name.
    package let line: String
    /// `0xRRGGBB`.
    package let colour: Int

    package init(title: String, line: String, colour: Int) {
        self.title = title
        self.line = line
        self.colour = colour & 0xFF_FFFF
    }

    /// As wide and high as a picture in a chat, in pixels.
    package static let side = 600
    private static let margin = 48
    private static let most = 5
    private static let small = 18.0

    /// A PNG; nil where there is no memory or no font for it.
    package func png() -> [UInt8]? {
        guard let canvas = Canvas(width: Self.side, height: Self.side, colour: colour), let (lines, size) = layout()
        else { return nil }
        canvas.disc(x: Self.side, y: 0, diameter: Self.side, colour: mixed(with: ink, part: 12))
        canvas.disc(x: 0, y: Self.side, diameter: Self.side / 2, colour: mixed(with: ink, part: 8))
        let step = Int(size * 1.5)
        var foot = (Self.side - step * lines.count) / 2 + Int(size)
        for line in lines {
            canvas.write(line, size: size, x: Self.margin, y: foot, colour: ink)
            foot += step
        }
        canvas.fill(x: Self.margin, y: Self.side - 92, width: 60, height: 4, colour: ink)
        canvas.write(fittingLine, size: Self.small, x: Self.margin, y: Self.side - 48, colour: ink)
        return canvas.png()
    }

    /// The largest letters in which the title fits; nil where there is no font.
    private func layout() -> (lines: [String], size: Double)? {
        for size in stride(from: 54.0, through: 18.0, by: -6.0) {
            guard let lines = lines(size: size) else { return nil }
            let fits = lines.allSatisfy { (Canvas.width(of: $0, size: size) ?? 0) <= Self.side - 2 * Self.margin }
            if fits, lines.count <= Self.most { return (lines, size) }
            if size <= 18 { return (Array(lines.prefix(Self.most)), size) }
        }
        return nil
    }

    /// As many words of the line as fit.
    private var fittingLine: String {
        var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        var text = words.joined(separator: " ")
        while words.count > 1, (Canvas.width(of: text, size: Self.small) ?? 0) > Self.side - 2 * Self.margin {
            words.removeLast()
            text = words.joined(separator: " ") + " …"
        }
        return text
    }

    private func lines(size: Double) -> [String]? {
        var lines: [String] = []
        for word in title.split(whereSeparator: \.isWhitespace).map(String.init) {
            guard let last = lines.last else {
                lines.append(word)
                continue
            }
            guard let width = Canvas.width(of: last + " " + word, size: size) else { return nil }
            if width <= Self.side - 2 * Self.margin {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    /// Dark on light colours, white on others.
    private var ink: Int {
        let light = 2126 * (colour >> 16) + 7152 * (colour >> 8 & 0xFF) + 722 * (colour & 0xFF)
        return light > 10_000 * 150 ? 0x1A_1A1A : 0xFF_FFFF
    }

    /// So many parts of a hundred of another colour.
    private func mixed(with other: Int, part: Int) -> Int {
        [16, 8, 0].reduce(0) { sum, shift in
            let (own, its) = (colour >> shift & 0xFF, other >> shift & 0xFF)
            return sum | ((own * (100 - part) + its * part) / 100) << shift
        }
    }
}
