import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// The other side of whole turns, in a process of its own: shoppers, platform and billing endpoint on one event loop.
///
/// It says `port N`, then takes lines `round GATEWAY-PORT SECONDS FIRST-SHOPPER`; see `PeerRound` for what it says then.
struct PeerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peer",
        abstract: "Plays shoppers and platform for `turn`, which starts it.",
        shouldDisplay: false
    )

    @Option var inFlight = 64
    @Option var accounts = 64
    @Option var shoppers = 4_096

    func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let desk = PeerDesk(loop: group.next())
        let server = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { desk.serve($0) }
            .bind(host: "127.0.0.1", port: 0).get()
        Self.say("port \(server.localAddress?.port ?? 0)")
        while let line = readLine() {
            let words = line.split(separator: " ").compactMap { Int($0) }
            guard words.count == 3 else { continue }
            let plan = PeerRound.Plan(
                inFlight: inFlight,
                shoppers: shoppers,
                accounts: accounts,
                seconds: words[1],
                firstShopper: words[2]
            )
            try await desk.begin(plan, gatewayPort: words[0], group: group, tell: Self.say)
        }
        try await server.close()
        try await group.shutdownGracefully()
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// Connects the round that runs with its connections; all it holds lives on one event loop.
final class PeerDesk: Sendable {
    private let loop: any EventLoop
    private let round: NIOLoopBoundBox<PeerRound?>

    init(loop: any EventLoop) {
        self.loop = loop
        round = NIOLoopBoundBox.makeEmptyBox(valueType: PeerRound.self, eventLoop: loop)
    }

    /// A connection of the gateway's.
    func serve(_ channel: any NIOCore.Channel) -> EventLoopFuture<Void> {
        let round = round
        return channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
                WireHandler { message, channel in
                    let (status, body) = round.value?.answer(message) ?? (503, [])
                    let length = status == 204 ? "" : "Content-Length: \(body.count)\r\n"
                    channel.send("HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\n\(length)\r\n", body)
                }
            )
        }
    }

    /// Opens the connections to the gateway and lets the round begin.
    func begin(
        _ plan: PeerRound.Plan,
        gatewayPort: Int,
        group: MultiThreadedEventLoopGroup,
        tell: @escaping @Sendable (String) -> Void
    ) async throws {
        let (loop, round) = (loop, round)
        var channels: [any NIOCore.Channel] = []
        for place in 0..<plan.inFlight {
            let bootstrap = ClientBootstrap(group: group)
                .channelOption(.socketOption(.tcp_nodelay), value: 1)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            WireHandler { message, _ in round.value?.webhookAnswered(message, on: place) }
                        )
                    }
                }
            channels.append(try await bootstrap.connect(host: "127.0.0.1", port: gatewayPort).get())
        }
        let ready = channels
        try await loop.submit {
            let fresh = PeerRound(plan, on: ready, loop: loop, tell: tell)
            round.value = fresh
            fresh.start()
        }.get()
    }
}
