/// A list of products that a shopper looks at, with how far it was paged.
package struct Shelf: Sendable, Equatable {
    /// Where the products on it come from.
    package enum Source: Sendable, Equatable {
        case collection(String)
        /// What the shop puts forward.
        case featured
        /// The shopper's own words, folded and cut.
        case search(String)
    }

    package var source: Source
    /// From 0; a page that is not there shows the last.
    package var page: Int

    package init(_ source: Source, page: Int = 0) {
        self.source = source
        self.page = page
    }

    /// The most bytes of a search that are kept.
    static let longestSearch = 40

    var first: Shelf { Shelf(source) }
}
