import Platform
import PlatformEmulator
import ServiceLifecycle
import Terminal

/// One chat at the terminal, from the first screen to the last line.
struct ChatSession: Service {
    let world: ChatWorld
    let console: ChatConsole
    let person: PersonID
    let channel: PlatformChannel
    /// What the gateway logs as errors.
    let errors: AsyncStream<String>

    /// Ends when the person leaves, the input ends, or a shutdown begins.
    func run() async throws {
        guard let house = await world.house.value() else { return }
        let desk = ChatDesk(world, house: house, console: console, person: person, channel: channel)
        console.begin()
        defer { console.end() }
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { for await error in errors { await desk.note("The gateway reports: \(error)") } }
            _ = try await desk.pickUp(person)
            listen(to: person, at: desk, in: &group)
            await desk.welcome()
            for await line in console.lines.cancelOnGracefulShutdown() {
                switch try await cancelWhenGracefulShutdown({ try await desk.take(line) }) {
                case .go: continue
                case .await where console.isInteractive: group.addTask { await desk.settle() }
                case .await: await cancelWhenGracefulShutdown { await desk.settle() }
                case .listen(let name): listen(to: name, at: desk, in: &group)
                case .leave: return group.cancelAll()
                }
            }
            group.cancelAll()
        }
    }

    private func listen(
        to person: PersonID,
        at desk: ChatDesk,
        in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) {
        let events = world.platform.events(of: person)
        group.addTask { for await event in events { await desk.heard(event, on: person) } }
    }
}
