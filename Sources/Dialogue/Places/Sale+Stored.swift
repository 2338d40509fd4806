import Commerce
import Kernel

/// How the steps of changing and sending back are kept beside their order: `s` the step, `v` a SKU, `k` pieces, `y` the
/// size wanted instead, `q` a return's number.
extension Amendment {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .choosing: break
        case .givingAddress: writer.field("s", "a")
        case .line(let sku): writer.step("l", sku)
        case .choosingSize(let sku): writer.step("z", sku)
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
        case ("z", let sku?): self = .choosingSize(sku)
        default: self = .choosing
        }
    }
}

extension Returning {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .choosingPieces: break
        case .choosingCount(let sku): writer.step("n", sku)
        case .choosingWish(let pieces): write("w", pieces, to: &writer)
        case .choosingSize(let pieces): write("z", pieces, to: &writer)
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
        case "n": self = sku.map { .choosingCount($0) } ?? .choosingPieces
        case "w": self = .choosingWish(pieces)
        case "z": self = .choosingSize(pieces)
        case "r": self = .givingReason(pieces, root["y"]?.string.map { .exchange(for: SKU($0)) } ?? .refund)
        case "p": self = .addingPicture(Int(clamping: root["q"]?.int ?? 1))
        default: self = .choosingPieces
        }
    }
}

extension JSONWriter {
    fileprivate mutating func step(_ letter: String, _ sku: SKU) {
        field("s", letter)
        field("v", sku.text)
    }
}
