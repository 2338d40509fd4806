import Commerce
import Kernel

/// Taking a look piece by piece: the one whose colour or size is asked now.
package struct Dressing: Sendable, Equatable {
    /// The look's id.
    package let look: String
    /// The place of the piece in the look, from 0.
    package let piece: Int
    package var choice: VariantChoice

    package init(look: String, piece: Int, choice: VariantChoice) {
        self.look = look
        self.piece = piece
        self.choice = choice
    }
}

extension Dressing {
    /// Beside the product, which every place writes in the same way.
    func write(to writer: inout JSONWriter) {
        writer.field("v", look)
        if piece != 0 { writer.field("k", piece) }
        if let colour = choice.colour { writer.field("c", colour) }
        if let size = choice.size { writer.field("z", size) }
        if choice.page != 0 { writer.field("q", choice.page) }
    }

    init(of product: ProductID, reading root: JSONValue) {
        self.init(
            look: root["v"]?.string ?? "",
            piece: Int(clamping: root["k"]?.int ?? 0),
            choice: VariantChoice(
                of: product,
                colour: root["c"]?.string,
                size: root["z"]?.string,
                page: Int(clamping: root["q"]?.int ?? 0)
            )
        )
    }
}

extension Place {
    /// This place as it is reached from another: choosing what a look waits for goes on with the look.
    func within(_ former: Place) -> Place {
        guard case .dressing(var dressing) = former, case .choosing(let choice) = self,
            choice.product == dressing.choice.product
        else { return self }
        dressing.choice = choice
        return .dressing(dressing)
    }
}
