/// How a shop's files are read.
package struct ReadingOptions: Sendable {
    /// Of each file so many findings are kept; of others only the number.
    package var mostFindings: Int
    /// Told now and then which part of the catalogue has been read, from 0 to 1.
    package var progress: (@Sendable (Double) -> Void)?

    package init(mostFindings: Int = 1000, progress: (@Sendable (Double) -> Void)? = nil) {
        self.mostFindings = mostFindings
        self.progress = progress
    }

    /// As many findings as anyone reads at once.
    package static let usual = ReadingOptions()
}
