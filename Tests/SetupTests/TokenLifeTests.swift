import Gateway
import Kernel
import Messaging
import SettingsFile
import Setup
import Synchronization
import Testing

@Suite("Tokens that end")
struct TokenLifeTests {
    /// The settings with an Instagram account on its own host.
    private func account(file: String? = "/tokens/ig", base: String = "https://graph.instagram.com/v26.0") throws
        -> DeskAccount
    {
        var settings = Outside.settings
        settings.graphURL = base
        for index in settings.shops[0].accounts.indices {
            settings.shops[0].accounts[index].tokenFile = file
            settings.shops[0].accounts[index].accessToken = Secret("demo-access-token")
        }
        return try settings.account(.instagram)
    }

    private func line(daysOld: Int64?, file: String? = "/tokens/ig") throws -> CheckLine? {
        let account = try account(file: file)
        let life = TokenLife(of: account) { _ in daysOld.map { Outside.now - .days($0) } }
        return life?.line(of: account, at: Outside.now)
    }

    @Test(
        "it is spoken of in its last ten days",
        arguments: [
            (0, .good), (49, .good), (50, .caution), (59, .caution), (60, .caution), (90, .caution),
        ] as [(Int64, CheckLine.Mark)]
    )
    func ages(days: Int64, mark: CheckLine.Mark) throws {
        let line = try #require(try line(daysOld: days))
        #expect(line.mark == mark)
        let end = (Outside.now - .days(days) + .days(60)).iso8601.prefix(10)
        #expect(line.finding.contains(end), "\(line.text)")
        #expect((line.cure?.contains("channels refresh") ?? false) == (50..<60).contains(days))
    }

    @Test("without a file its age is not known, and that is said")
    func withoutFile() throws {
        #expect(try line(daysOld: nil, file: nil)?.cure?.contains("Keep it in a file") == true)
        #expect(try line(daysOld: nil)?.mark == .caution)
    }

    @Test("the tokens of Pages, of numbers and of linked accounts have no such end")
    func others() throws {
        let facebook = try account(base: "https://graph.facebook.com/v26.0")
        #expect(TokenLife(of: facebook) { _ in nil } == nil)
        let settings = Outside.settings
        for channel in [ChannelKind.whatsapp, .messenger] {
            #expect(TokenLife(of: try settings.account(channel)) { _ in nil } == nil)
        }
    }

    /// What was written where.
    private final class Written: Sendable {
        let texts = Mutex<[String: String]>([:])
    }

    private func renew(_ account: DeskAccount, daysOld: Int64, outside: Outside = Outside(), fails: Bool = false) async
        -> (ConnectStep?, [String: String])
    {
        let written = Written()
        let files = TokenRenewal.Files(changedAt: { _ in Outside.now - .days(daysOld) }) { token, path in
            if fails { throw SettingsFault(place: path, expected: "room", remedy: "Make some.") }
            written.texts.withLock { $0[path] = token }
        }
        let renewal = TokenRenewal(desk: SetupDesk(transport: outside), files: files)
        let step = await renewal.renew(account, at: Outside.now)
        return (step, written.texts.withLock { $0 })
    }

    @Test("it is renewed where it stands, and never shown")
    func renews() async throws {
        let (step, written) = await renew(try account(), daysOld: 30)
        #expect(step?.outcome == .changed)
        #expect(step?.words.contains((Outside.now + .days(60)).iso8601.prefix(10)) == true, "\(step?.text ?? "")")
        #expect(step?.text.contains("demo-access-token") == false)
        #expect(written == ["/tokens/ig": "demo-access-token"])
    }

    @Test("one of today is left alone, one from a variable is left to its owner")
    func leftAlone() async throws {
        let (fresh, none) = await renew(try account(), daysOld: 0)
        #expect(fresh?.outcome == .stood && none.isEmpty)
        let (given, nothing) = await renew(try account(file: nil), daysOld: 30)
        #expect(given?.outcome == .leftToYou && nothing.isEmpty)
        let (other, _) = await renew(try account(base: "https://graph.facebook.com/v26.0"), daysOld: 30)
        #expect(other == nil)
    }

    @Test("a refusal, and a file that can't be written, are told with their cure")
    func failures() async throws {
        let outside = Outside()
        outside.change { $0.isPlatformReachable = false }
        let (unreachable, none) = await renew(try account(), daysOld: 30, outside: outside)
        guard case .failed? = unreachable?.outcome else { throw StepMissing() }
        #expect(none.isEmpty)
        let (unwritten, _) = await renew(try account(), daysOld: 30, fails: true)
        guard case .failed(let cure)? = unwritten?.outcome else { throw StepMissing() }
        #expect(cure.hasPrefix("Check path and rights"))
    }

    private struct StepMissing: Error {}
}
