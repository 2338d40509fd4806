/// Words of a script in which parts may stand for values: `Order {order} costs {total:money}`.
///
/// Escapes are gone: `\{` of the file is a plain brace here. Lines of one message are joined by a line feed.
package struct Wording: Sendable, Equatable, Hashable {
    /// A stretch of plain text or a slot.
    package enum Piece: Sendable, Equatable, Hashable {
        case plain(String)
        case slot(Slot)
    }

    /// A place for a value that the shop chooses, such as `{order}`, `{total:money}` or `{any}`.
    package struct Slot: Sendable, Equatable, Hashable {
        /// What may stand in the slot.
        package enum Kind: String, Sendable, CaseIterable {
            /// One word; its last sign is none of `.,;:!?)`.
            case word
            /// An amount with its currency, such as `R$ 1,299.00`.
            case money
            /// A clock time or a date, such as `12:15` or `2026-10-06`.
            case time
            /// A web address.
            case link
            /// Anything on one line, as short as it can be.
            case any
        }

        /// The name under which the value is known later; without one it only has to fit.
        package var name: String?
        /// What may stand here.
        package var kind: Kind

        package init(name: String?, kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// The pieces in reading order; no two plain ones follow each other, none is empty.
    package private(set) var pieces: [Piece]

    package init(_ text: String) {
        pieces = text.isEmpty ? [] : [.plain(text)]
    }

    package init(pieces: [Piece]) {
        self.pieces = []
        for piece in pieces { append(piece) }
    }

    /// Adds a piece, joined to the last one where both are plain.
    package mutating func append(_ piece: Piece) {
        guard case .plain(let text) = piece else { return pieces.append(piece) }
        guard !text.isEmpty else { return }
        if case .plain(let last)? = pieces.last {
            pieces[pieces.count - 1] = .plain(last + text)
        } else {
            pieces.append(piece)
        }
    }

    /// Adds another line of the same message.
    package mutating func append(line: Wording) {
        append(.plain("\n"))
        for piece in line.pieces { append(piece) }
    }

    /// Whether nothing stands here.
    package var isEmpty: Bool { pieces.isEmpty }

    /// The slots in reading order.
    package var slots: [Slot] {
        pieces.compactMap { piece in
            if case .slot(let slot) = piece { slot } else { nil }
        }
    }

    /// The names of the slots in reading order.
    package var names: [String] { slots.compactMap(\.name) }

    /// The text with each named slot replaced by what was captured under its name.
    package func filled(with captures: [String: String]) throws(MissingCapture) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .plain(let plain): text += plain
            case .slot(let slot):
                guard let name = slot.name, let value = captures[name] else { throw MissingCapture(name: slot.name) }
                text += value
            }
        }
        return text
    }
}

/// A slot that was to be filled with a value nobody has captured.
package struct MissingCapture: Error, Sendable, Equatable, CustomStringConvertible {
    /// The slot's name; `nil` for an anonymous slot, which can't be filled.
    package let name: String?

    package var description: String {
        guard let name else { return "a slot without a name stands for no value; give it one where it is captured" }
        return "nothing was captured as {\(name)}; capture it in an expected message above"
    }
}
