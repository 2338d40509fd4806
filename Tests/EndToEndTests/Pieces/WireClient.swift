import Foundation

/// A connection that sends exactly the bytes it is told, well-behaved or not, and never waits.
final class WireClient {
    private let descriptor: Int32
    private var received: [UInt8] = []
    private(set) var isClosed = false

    /// Connects to a port of this machine.
    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw SceneError("no connection to port \(port)") }
    }

    deinit { close(descriptor) }

    /// Sends what the other side has room for.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        if Glibc.send(descriptor, bytes, bytes.count, flags) < 0, errno != EAGAIN { isClosed = true }
    }

    /// What has come so far; notes when the other side has closed.
    func look() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count > 0 else {
                if count == 0 || errno != EAGAIN { isClosed = true }
                return String(decoding: received, as: UTF8.self)
            }
            received += buffer.prefix(count)
        }
    }

    /// Waits until the other side has closed and returns all that came; `meanwhile` runs at each look.
    func untilClosed(within limit: Duration, meanwhile: () -> Void = {}) async throws -> String {
        try await waitFor("the end of a connection", within: limit) {
            meanwhile()
            _ = look()
            return isClosed
        }
        return look()
    }

    /// A port that nobody uses at this moment.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard result == 0 else { throw SceneError("no free port") }
        return Int(in_port_t(bigEndian: address.sin_port))
    }
}
