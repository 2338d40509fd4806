import CGD
import Synchronization

/// A picture being drawn; libgd's memory ends with it.
@safe
struct Canvas: ~Copyable {
    private let raw: gdImagePtr

    /// A canvas in one colour; nil where there is no memory for it.
    init?(width: Int, height: Int, colour: Int) {
        Self.chooseFontsByName
        guard let raw = unsafe gdImageCreateTrueColor(Int32(width), Int32(height)) else { return nil }
        unsafe self.raw = raw
        unsafe gdImageFilledRectangle(raw, 0, 0, Int32(width), Int32(height), Int32(colour))
    }

    deinit { unsafe gdImageDestroy(raw) }

    /// `sans:bold` instead of a file: the system knows where its fonts are.
    private static let chooseFontsByName: Void = { _ = gdFTUseFontConfig(1) }()

    func fill(x: Int, y: Int, width: Int, height: Int, colour: Int) {
        unsafe gdImageFilledRectangle(raw, Int32(x), Int32(y), Int32(x + width), Int32(y + height), Int32(colour))
    }

    func disc(x: Int, y: Int, diameter: Int, colour: Int) {
        unsafe gdImageFilledEllipse(raw, Int32(x), Int32(y), Int32(diameter), Int32(diameter), Int32(colour))
    }

    /// Writes a line whose foot stands at that place; false where there is no font.
    @discardableResult
    func write(_ text: String, size: Double, x: Int, y: Int, colour: Int) -> Bool {
        unsafe Self.string(raw, text, size: size, x: x, y: y, colour: colour) != nil
    }

    /// How wide a line would be; nil where there is no font.
    static func width(of text: String, size: Double) -> Int? {
        unsafe string(nil, text, size: size, x: 0, y: 0, colour: 0)
    }

    /// The width of what was written, or would be on no picture at all.
    private static func string(
        _ image: gdImagePtr?,
        _ text: String,
        size: Double,
        x: Int,
        y: Int,
        colour: Int
    ) -> Int? {
        var box = [Int32](repeating: 0, count: 8)
        // libgd takes &name; for one sign.
        let plain = text.replacing("&", with: "&amp;")
        let failure = fonts.withLock { _ in
            unsafe withCopies("sans:bold", plain) { font, words in
                unsafe gdImageStringFT(image, &box, Int32(colour), font, size, 0, Int32(x), Int32(y), words)
            }
        }
        return failure == nil ? Int(box[2] - box[0]) : nil
    }

    /// libgd's cache of fonts is one for the whole process.
    private static let fonts = Mutex(())

    private static func withCopies(
        _ font: String,
        _ words: String,
        _ body: (UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>) -> UnsafeMutablePointer<CChar>?
    ) -> Bool? {
        var (font, words) = (Array(font.utf8CString), Array(words.utf8CString))
        return unsafe font.withUnsafeMutableBufferPointer { font in
            unsafe words.withUnsafeMutableBufferPointer { words in
                guard let first = font.baseAddress, let second = words.baseAddress else { return true }
                return unsafe body(first, second) == nil ? nil : true
            }
        }
    }

    /// The picture as a PNG of few colours; nil where there is no memory for it.
    func png() -> [UInt8]? {
        unsafe gdImageTrueColorToPalette(raw, 0, 64)
        var count: Int32 = 0
        guard let bytes = unsafe gdImagePngPtrEx(raw, &count, 9) else { return nil }
        defer { unsafe gdFree(bytes) }
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
}
