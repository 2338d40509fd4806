import Foundation
import Glibc
import Kernel
import Platform

/// Chromium without a screen, driven over its debugging pipe; scripts of pages are switched off.
final class PayBrowser {
    private let process = Process()
    private let folder: URL
    private let input: Int32
    private let output: Int32
    private var buffer: [UInt8] = []
    private var calls: Int64 = 0
    private var session: String?

    /// Where the program is, if this machine has it.
    static let program: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let names = ["chromium", "chromium-browser", "google-chrome"]
        return folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
            .first(where: FileManager.default.isExecutableFile)
    }()

    init() throws {
        guard let program = Self.program else { throw ActRejection("no Chromium") }
        let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pipes = ["in", "out"].map { folder.appending(path: $0).path }
        for pipe in pipes { mkfifo(pipe, 0o600) }
        // Open for both ways, so that neither side waits for the other to open it.
        input = Glibc.open(pipes[0], O_RDWR)
        output = Glibc.open(pipes[1], O_RDWR | O_NONBLOCK)
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", #"exec "$0" "$@" 3<"\#(pipes[0])" 4>"\#(pipes[1])""#, program, "--headless", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
            "--user-data-dir=\(folder.appending(path: "profile").path)", "--remote-debugging-pipe", "about:blank",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        close(input)
        close(output)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Opens a page as on a phone.
    func open(_ url: String) async throws {
        let target = try await ask("Target.createTarget", #"{"url":"about:blank"}"#)["targetId"]?.string ?? ""
        let attached = try await ask("Target.attachToTarget", #"{"targetId":"\#(target)","flatten":true}"#)
        session = attached["sessionId"]?.string
        try await ask(
            "Emulation.setDeviceMetricsOverride",
            #"{"width":390,"height":844,"deviceScaleFactor":2,"mobile":true}"#
        )
        try await ask("Emulation.setScriptExecutionDisabled", #"{"value":true}"#)
        try await ask("Page.navigate", #"{"url":"\#(url)"}"#)
        try await waits { $0 == url }
    }

    /// Presses the button in the middle, as a finger does, and waits for another page.
    func press(_ selector: String) async throws {
        let before = try await address()
        let root = try await document()["nodeId"]?.int ?? 0
        let quoted = selector.replacing("\"", with: "\\\"")
        let node =
            try await ask("DOM.querySelector", #"{"nodeId":\#(root),"selector":"\#(quoted)"}"#)["nodeId"]?.int ?? 0
        try await ask("DOM.scrollIntoViewIfNeeded", #"{"nodeId":\#(node)}"#)
        let box = try await ask("DOM.getBoxModel", #"{"nodeId":\#(node)}"#)["model"]?["content"]
        let corners = box.map { $0.elements.compactMap(\.double) } ?? []
        guard corners.count == 8 else { throw ActRejection("no button \(selector)") }
        let place = #""x":\#((corners[0] + corners[4]) / 2),"y":\#((corners[1] + corners[5]) / 2)"#
        for type in ["mousePressed", "mouseReleased"] {
            try await ask("Input.dispatchMouseEvent", #"{"type":"\#(type)",\#(place),"button":"left","clickCount":1}"#)
        }
        try await waits { $0 != before }
    }

    /// The page's HTML as it stands; asked for again, a second long, where the page is just being replaced.
    func html() async throws -> String {
        for _ in 1...20 {
            if let html = try? await outerHTML() { return html }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await outerHTML()
    }

    private func outerHTML() async throws -> String {
        let root = try await document()["nodeId"]?.int ?? 0
        return try await ask("DOM.getOuterHTML", #"{"nodeId":\#(root)}"#)["outerHTML"]?.string ?? ""
    }

    /// Names that a screen reader reads for a role.
    func names(of role: String) async throws -> [String] {
        let root = try await document()["nodeId"]?.int ?? 0
        let found = try await ask("Accessibility.queryAXTree", #"{"nodeId":\#(root),"role":"\#(role)"}"#)["nodes"]
        return found.map { $0.elements.compactMap { $0["name"]?["value"]?.string } } ?? []
    }

    /// How wide the page is, in the phone's own pixels.
    func width() async throws -> Double {
        try await ask("Page.getLayoutMetrics")["cssContentSize"]?["width"]?.double ?? 0
    }

    /// A picture of it as PNG.
    func picture() async throws -> Data {
        let text = try await ask("Page.captureScreenshot", #"{"format":"png","captureBeyondViewport":true}"#)["data"]
        return text?.string.flatMap { Data(base64Encoded: $0) } ?? Data()
    }

    /// Waits, fifteen seconds at most, until the address is a wanted one and the page is there.
    func waits(for isWanted: (String) -> Bool) async throws {
        for _ in 1...300 {
            if isWanted(try await address()) { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw ActRejection("the browser stays at \(try await address())")
    }

    private func address() async throws -> String { try await document()["documentURL"]?.string ?? "" }

    private func document() async throws -> JSONValue {
        guard let root = try await ask("DOM.getDocument", #"{"depth":0}"#)["root"] else {
            throw ActRejection("no page")
        }
        return root
    }

    @discardableResult
    private func ask(_ method: String, _ parameters: String = "{}") async throws -> JSONValue {
        calls += 1
        let place = session.map { #","sessionId":"\#($0)""# } ?? ""
        let text = #"{"id":\#(calls),"method":"\#(method)","params":\#(parameters)\#(place)}"# + "\0"
        let bytes = Array(text.utf8)
        guard write(input, bytes, bytes.count) == bytes.count else { throw ActRejection("the browser hears nothing") }
        for _ in 1...6_000 {
            for message in messages() {
                let root = try JSONDocument(message).root
                guard root["id"]?.int == calls else { continue }
                if let error = root["error"] { throw ActRejection("\(method): \(error)") }
                return root["result"] ?? root
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw ActRejection("the browser does not answer \(method)")
    }

    /// The messages that have come whole.
    private func messages() -> [[UInt8]] {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(output, &chunk, chunk.count), count > 0 { buffer += chunk[..<count] }
        var messages: [[UInt8]] = []
        while let end = buffer.firstIndex(of: 0) {
            messages.append(Array(buffer[..<end]))
            buffer.removeSubrange(...end)
        }
        return messages
    }
}
