import Foundation
import Glibc

/// The package `localstripe` as a process of its own: a provider that nobody here wrote.
final class LocalStripeServer {
    private let process = Process()
    private let folder: URL
    let base: String

    /// Where the program is, if this machine has it.
    static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/localstripe" }.first(where: FileManager.default.isExecutableFile)

    /// Starts it on a free port with nothing in it.
    init() throws {
        guard let program = Self.program else { throw SceneError("no localstripe") }
        let port = try LocalStripeReceiver().port
        base = "http://127.0.0.1:\(port)"
        let folder = FileManager.default.temporaryDirectory.appending(path: "localstripe-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder
        process.executableURL = URL(filePath: program)
        process.arguments = ["--port", String(port), "--from-scratch"]
        // It keeps its state in the folder for temporary files, which no other server shares.
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }
}

/// Takes webhooks on a port of this machine, one after another, and answers each with 200.
final class LocalStripeReceiver {
    private let descriptor: Int32
    let port: Int
    private(set) var taken: [(signature: String?, body: [UInt8])] = []

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard isBound else { throw SceneError("no port for a receiver") }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }

    /// Waits until a webhook holds the word; the first such is the answer.
    func waits(for word: String) async throws -> (signature: String?, body: [UInt8]) {
        var found: (signature: String?, body: [UInt8])?
        try await waitFor("a webhook with \(word)", within: .seconds(20)) {
            try await take()
            found = taken.first { String(decoding: $0.body, as: UTF8.self).contains(word) }
            return found != nil
        }
        guard let found else { throw SceneError("no webhook with \(word)") }
        return found
    }

    private func take() async throws {
        while case let connection = accept(descriptor, nil, nil), connection >= 0 {
            defer { close(connection) }
            var bytes: [UInt8] = []
            try await waitFor("a whole webhook", within: .seconds(10)) {
                var chunk = [UInt8](repeating: 0, count: 16_384)
                let count = recv(connection, &chunk, chunk.count, Int32(MSG_DONTWAIT))
                if count > 0 { bytes += chunk[..<count] }
                return Self.parts(bytes) != nil
            }
            guard let parts = Self.parts(bytes) else { continue }
            taken.append(parts)
            let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
            _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// Signature and body, once the whole call is there.
    private static func parts(_ bytes: [UInt8]) -> (signature: String?, body: [UInt8])? {
        let end = Array("\r\n\r\n".utf8)
        guard let split = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
        let lines = String(decoding: bytes[..<split], as: UTF8.self).split(separator: "\r\n")
        func header(_ name: String) -> String? {
            let line = lines.first { $0.lowercased().hasPrefix(name + ":") }
            return line.map { $0.dropFirst(name.utf8.count + 1).trimmingCharacters(in: .whitespaces) }
        }
        let body = Array(bytes[(split + 4)...])
        guard let length = header("content-length").flatMap({ Int($0) }), body.count >= length else { return nil }
        return (header("stripe-signature"), body)
    }
}
