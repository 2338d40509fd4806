import Kernel
import Logging
import Ports
import ServiceLifecycle
import Setup

/// Looks after the accounts at the start and a few times a day: the states of templates, and tokens that end.
struct AccountService: Service {
    let templates: TemplateWatch
    let accounts: [DeskAccount]
    let clock: any WallClock
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try? await Task.sleep(for: .milliseconds(TemplateWatch.interval.milliseconds))
            }
        }
    }

    private func look() async {
        let now = clock.now
        for account in accounts {
            guard let life = TokenLife(of: account, changedAt: TokenFiles.changedAt) else { continue }
            let line = life.line(of: account, at: now)
            if line.mark != .good { logger.warning("token", metadata: ["finding": "\(line.text)"]) }
        }
        await templates.look(at: now)
    }
}
