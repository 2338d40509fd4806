import Foundation
import Kernel
import ServiceLifecycle

/// Looks at a shop's folder several times a second, less often where a look itself takes long.
package struct FolderService: Service, CustomStringConvertible {
    let keeper: FolderKeeper

    private static let pause = Duration.milliseconds(150)
    /// A look may take one part in so many of the time.
    private static let share = 20

    package func run() async throws {
        await cancelWhenGracefulShutdown { await follow() }
    }

    package var description: String { "folder" }

    private func follow() async {
        var keeper = keeper
        let clock = ContinuousClock()
        while !Task.isCancelled {
            let began = clock.now
            await look(&keeper)
            try? await clock.sleep(for: max(Self.pause, (clock.now - began) * Self.share))
        }
    }

    private func look(_ keeper: inout FolderKeeper) async {
        let now = Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
        do {
            _ = try await keeper.look(at: now)
        } catch {
            keeper.failed(error)
        }
    }
}
