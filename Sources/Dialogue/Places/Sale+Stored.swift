import Commerce
import Kernel

/// How the steps of changing and sending back are kept beside their order: `s` the step, `v` a SKU, `k` pieces, `y` the
/// size wanted instead, `q` a return's number, `u` the page of a list after its first.
extension Amendment {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .choosing(let page): writer.page(page)
        case .givingAddress: writer.field("s", "a")
        case .line(let sku): writer.step("l", sku)
        case .choosingSize(let sku, let page):
            writer.step("z", sku)
            writer.page(page)
        case .cancelling: writer.field("s", "x")
        }
    }

    /// What can't be read is the first question.
    init(reading root: JSONValue) {
        let sku = root["v"]?.string.map { SKU($0) }
        switch (root["s"]?.string, sku) {
        case ("a", _): self = .givingAddress
        case ("x", _): self = .cancelling
        case ("l", let sku?): self = .line(sku)
        case ("z", let sku?): self = .choosingSize(sku, page: root.page)
        default: self = .choosing(page: root.page)
        }
    }
}

extension Returning {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .choosingPieces(let page): writer.page(page)
        case .choosingCount(let sku): writer.step("n", sku)
        case .choosingWish(let pieces): write("w", pieces, to: &writer)
        case .choosingSize(let pieces, let page):
            write("z", pieces, to: &writer)
            writer.page(page)
        case .givingReason(let pieces, let wish):
            write("r", pieces, to: &writer)
            if case .exchange(let sku) = wish { writer.field("y", sku.text) }
        case .addingPicture(let number):
            writer.field("s", "p")
            writer.field("q", number)
        }
    }

    private func write(_ step: String, _ pieces: Pieces, to writer: inout JSONWriter) {
        writer.field("s", step)
        if let sku = pieces.sku { writer.field("v", sku.text) }
        writer.field("k", pieces.count)
    }

    /// What can't be read is the first question.
    init(reading root: JSONValue) {
        let sku = root["v"]?.string.map { SKU($0) }
        let count = min(max(1, Int(clamping: root["k"]?.int ?? 1)), Cart.mostPieces)
        let pieces = Pieces(sku: sku, count: count)
        switch root["s"]?.string {
        case "n": self = sku.map { .choosingCount($0) } ?? .choosingPieces(page: 0)
        case "w": self = .choosingWish(pieces)
        case "z": self = .choosingSize(pieces, page: root.page)
        case "r": self = .givingReason(pieces, root["y"]?.string.map { .exchange(for: SKU($0)) } ?? .refund)
        case "p": self = .addingPicture(Int(clamping: root["q"]?.int ?? 1))
        default: self = .choosingPieces(page: root.page)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func step(_ letter: String, _ sku: SKU) {
        field("s", letter)
        field("v", sku.text)
    }

    fileprivate mutating func page(_ page: Int) { if page != 0 { field("u", page) } }
}

extension JSONValue {
    fileprivate var page: Int { min(max(0, Int(clamping: self["u"]?.int ?? 0)), 999) }
}
