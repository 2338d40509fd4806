import Foundation
import Synchronization

/// A bar on the terminal that shows how far something long has come; nothing where nobody looks.
final class ProgressBar: Sendable {
    private let title: String
    private let isSeen = isatty(2) == 1
    private let shown = Mutex(-1)

    private static let width = 30

    init(_ title: String) { self.title = title }

    /// Shows a part from 0 to 1; drawn anew only where a percent was gained.
    func show(_ part: Double) {
        guard isSeen else { return }
        let percent = Int(max(0, min(1, part)) * 100)
        let isNew = shown.withLock { shown in
            defer { shown = percent }
            return shown != percent
        }
        guard isNew else { return }
        let filled = Self.width * percent / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Self.write("\r\(title) \(bar) \(percent) %")
    }

    /// Takes the bar away.
    func end() {
        guard isSeen, shown.withLock({ $0 }) >= 0 else { return }
        Self.write("\r\u{1B}[2K")
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
