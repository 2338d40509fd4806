import Foundation
import Synchronization

/// The terminal of a chat: lines are shown above the one that is being typed, which is never torn.
///
/// With a file or pipe at either end it reads whole lines, writes plain text and has no prompt.
package final class ChatConsole: Sendable {
    /// What was typed, a line at a time; ends with the input, or when the person leaves.
    package let lines: AsyncStream<String>
    /// Whether a person sits at both ends.
    package let isInteractive = TerminalDevice.isInteractive
    /// Whether colours may be used.
    package let isColoured = TerminalDevice.isColoured
    private let feed: AsyncStream<String>.Continuation
    private let state = Mutex(State())

    private struct State {
        var mode: RawMode?
        var decoder = KeyDecoder()
        var editor = LineEditor()
        var prompt = InkedText()
        /// Stands in the place of an empty line while somebody else is writing.
        var hint: InkedText?
        var isPromptShown = false
    }

    /// A console that neither reads nor changes the terminal before `begin`.
    package init() {
        (lines, feed) = AsyncStream.makeStream()
    }

    /// Columns as the window is now.
    package var columns: Int { TerminalDevice.columns }

    /// Begins to read.
    package func begin() {
        // Whoever reads our output may leave first; writing then fails, and that is all.
        signal(SIGPIPE, SIG_IGN)
        if isInteractive {
            state.withLock { state in
                state.mode = RawMode()
                write("\u{1B}[?2004h")
            }
        }
        Thread.detachNewThread { [self] in isInteractive ? readKeys() : readLines() }
    }

    /// Gives the terminal back as it was found; may be called more than once.
    package func end() {
        state.withLock { state in
            guard let mode = state.mode else { return }
            write(Self.erased(&state) + "\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h")
            mode.restore()
            state.mode = nil
        }
        feed.finish()
    }

    /// Shows lines above the one that is being typed.
    package func show(_ lines: [String]) {
        state.withLock { state in
            write(Self.erased(&state) + lines.map { $0 + "\n" }.joined() + drawn(&state))
        }
    }

    /// What stands before the line from now on.
    package func prompt(_ prompt: InkedText) {
        redraw { $0.prompt = prompt }
    }

    /// Stands in the place of an empty line until it is taken away with nil.
    package func hint(_ hint: InkedText?) {
        redraw { $0.hint = hint }
    }

    private func redraw(_ change: (inout State) -> Void) {
        guard isInteractive else { return }
        state.withLock { state in
            change(&state)
            write(Self.erased(&state) + drawn(&state))
        }
    }

    private func write(_ text: String) {
        if !text.isEmpty, !TerminalDevice.write(text) { feed.finish() }
    }

    private static func erased(_ state: inout State) -> String {
        defer { state.isPromptShown = false }
        return state.isPromptShown ? "\r\u{1B}[K" : ""
    }

    private func drawn(_ state: inout State) -> String {
        guard state.mode != nil, !state.prompt.isEmpty else { return "" }
        state.isPromptShown = true
        if let hint = state.hint, state.editor.text.isEmpty {
            return "\u{1B}[?25l" + hint.written(isColoured: isColoured)
        }
        let (text, cursor) = state.editor.view(columns: columns - state.prompt.columns)
        let column = state.prompt.columns + cursor + 1
        let line = state.prompt.written(isColoured: isColoured) + InkedText(text).written(isColoured: false)
        return "\u{1B}[?25h\(line)\u{1B}[\(column)G"
    }

    private func readLines() {
        while let line = readLine() {
            feed.yield(line)
        }
        feed.finish()
    }

    private func readKeys() {
        while true {
            let bytes = TerminalDevice.read()
            guard !bytes.isEmpty else { return feed.finish() }
            let (typed, isLeaving) = state.withLock { take(bytes, &$0) }
            for line in typed { feed.yield(line) }
            if isLeaving { return feed.finish() }
        }
    }

    /// The lines that are complete with these bytes, and whether the person leaves.
    private func take(_ bytes: [UInt8], _ state: inout State) -> (lines: [String], isLeaving: Bool) {
        var typed: [String] = []
        var isLeaving = false
        for key in state.decoder.take(bytes) {
            switch state.editor.take(key) {
            case .editing: break
            case .redraw: write("\u{1B}[H\u{1B}[2J")
            case .line(let line): typed.append(line)
            case .end: isLeaving = true
            }
        }
        write(Self.erased(&state) + drawn(&state))
        return (typed, isLeaving)
    }
}
