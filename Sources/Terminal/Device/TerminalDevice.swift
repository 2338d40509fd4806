import Foundation

/// Standard input and output, as they are: a person's terminal, a file or a pipe.
enum TerminalDevice {
    /// Whether a person sits at both ends and the terminal understands steering signs.
    static var isInteractive: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && environment("TERM").map { $0 != "dumb" } == true
    }

    /// Whether colours are wanted: on a terminal, unless `NO_COLOR` is set.
    /// - Source: no-color.org.
    static var isColoured: Bool { isInteractive && (environment("NO_COLOR") ?? "").isEmpty }

    /// Columns of the terminal; 80 where there is none.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

    /// Writes all of it; false when nobody reads any more.
    static func write(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else { return false }
                continue
            }
            bytes = bytes.dropFirst(count)
        }
        return true
    }

    /// The next bytes, at least one; empty at the end.
    static func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = buffer.withUnsafeMutableBytes { Foundation.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            return Array(buffer.prefix(max(0, count)))
        }
    }
}

/// A terminal that hands over each key as it is pressed; `restore` gives it back as it was found.
struct RawMode: Sendable {
    private let found: termios

    /// Nil when standard input is no terminal.
    init?() {
        var state = termios()
        guard tcgetattr(STDIN_FILENO, &state) == 0 else { return nil }
        found = state
        state.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        state.c_iflag &= ~tcflag_t(ICRNL | IXON)
        guard tcsetattr(STDIN_FILENO, TCSANOW, &state) == 0 else { return nil }
    }

    func restore() {
        var state = found
        _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &state)
    }
}
