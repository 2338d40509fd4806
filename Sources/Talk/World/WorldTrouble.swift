/// Why the world can't do what a line asks, in words for whoever wrote the line.
package struct WorldTrouble: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    /// The same as a whole sentence.
    var sentence: String {
        let words = description.prefix(1).uppercased() + description.dropFirst()
        return words.hasSuffix(".") ? words : words + "."
    }
}
