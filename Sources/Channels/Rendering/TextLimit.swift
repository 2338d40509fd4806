/// How long a text may be, and in what it is counted.
struct TextLimit: Equatable {
    let most: Int
    private let countsBytes: Bool

    private init(_ most: Int, countsBytes: Bool) {
        self.most = most
        self.countsBytes = countsBytes
    }

    /// So many UTF-16 units, the strictest reading of "characters".
    static func units(_ most: Int) -> TextLimit { TextLimit(most, countsBytes: false) }

    /// So many bytes of UTF-8.
    static func bytes(_ most: Int) -> TextLimit { TextLimit(most, countsBytes: true) }

    func holds(_ text: some StringProtocol) -> Bool {
        countsBytes ? text.utf8.count <= most : text.fits(most)
    }

    /// What a character counts.
    func length(of character: Character) -> Int {
        countsBytes ? character.utf8.count : character.utf16.count
    }
}
