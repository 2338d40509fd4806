/// How a shop's files are read.
package struct ReadingOptions: Sendable {
    /// Of each file so many findings are kept; of others only the number.
    package var mostFindings: Int
    /// Told now and then which part of the catalogue has been read, from 0 to 1.
    package var progress: (@Sendable (Double) -> Void)?

    /// Whether a picture is named for what has none: `~cover.png`, and `~ID.png` for products; whoever serves it draws it.
    package var namesPictures: Bool

    package init(mostFindings: Int = 1000, namesPictures: Bool = false, progress: (@Sendable (Double) -> Void)? = nil) {
        self.mostFindings = mostFindings
        self.namesPictures = namesPictures
        self.progress = progress
    }

    /// As many findings as anyone reads at once.
    package static let usual = ReadingOptions()

    /// As a gateway reads that draws the pictures which a shop doesn't have.
    package static let drawing = ReadingOptions(namesPictures: true)
}
