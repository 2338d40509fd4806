import NIOCore

/// A connection to the gateway with the turn that lives on it.
final class PeerSlot {
    let channel: any NIOCore.Channel
    var turn = PeerTurn()

    init(channel: any NIOCore.Channel) { self.channel = channel }

    /// Posts a signed webhook; its answer comes back on this connection.
    func post(_ body: [UInt8]) {
        let head =
            "POST \(Bodies.path) HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n"
            + "X-Hub-Signature-256: \(Bodies.signature(of: body))\r\nContent-Length: \(body.count)\r\n\r\n"
        channel.send(head, body)
    }
}
