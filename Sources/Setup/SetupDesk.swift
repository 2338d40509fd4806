import Channels
import Gateway
import Kernel
package import Ports

/// Asks platforms about accounts, one call after the other.
package struct SetupDesk: Sendable {
    let transport: any Transport

    package init(transport: any Transport) { self.transport = transport }

    /// What a platform answered, and the moment by its own clock.
    struct Answer: Sendable {
        let document: JSONDocument
        let date: Timestamp?

        var root: JSONValue { document.root }
    }

    /// Makes a call and reads its answer.
    ///
    /// - Parameters:
    ///   - call: What is asked.
    ///   - account: Whose door is opened.
    ///   - isProven: Shows that we know the app's secret.
    /// - Returns: What the platform answered.
    /// - Throws: Why there is no answer to use.
    func ask(
        _ call: SetupCall,
        of account: DeskAccount,
        isProven: Bool = false
    ) async throws(SetupRefusal) -> Answer {
        let token = token(for: call, of: account)
        let proof = isProven ? SetupCall.proof(token: token, secret: account.app.appSecret.revealed) : nil
        let request = HTTPCall(
            method: call.method.rawValue,
            url: call.url(base: account.base, proof: proof),
            headers: [
                HTTPHeader(name: "Authorization", value: "Bearer \(token)"),
                HTTPHeader(name: "Content-Type", value: "application/json"),
            ],
            body: call.method != .get && call.body.isEmpty ? Array("{}".utf8) : call.body,
            timeout: .seconds(20)
        )
        switch await transport.send(request) {
        case .answered(let answer):
            let document = try SetupAnswer.read(on: account.target.channel, status: answer.status, body: answer.body)
                .get()
            return Answer(document: document, date: answer.header("Date").flatMap(HTTPDate.moment))
        case .notSent(let words), .lost(let words):
            throw SetupRefusal(kind: .elsewhere, reason: "\(account.base) could not be reached: \(words).")
        }
    }

    private func token(for call: SetupCall, of account: DeskAccount) -> String {
        switch call.opening {
        case .account: account.token.revealed
        case .app: SetupCall.appToken(app: account.app.appID ?? "", secret: account.app.appSecret.revealed)
        }
    }

    /// The entries of a long list, page by page; at most so many pages.
    ///
    /// - Returns: What was read, and whether that is all.
    func list<Item>(
        _ account: DeskAccount,
        mostPages: Int = 40,
        _ call: (_ cursor: String?) -> SetupCall?,
        _ item: (JSONValue) -> Item?
    ) async throws(SetupRefusal) -> (items: [Item], isWhole: Bool) {
        var items: [Item] = []
        var cursor: String?
        for _ in 0..<mostPages {
            guard let next = call(cursor) else { break }
            let page = SetupReading.page(try await ask(next, of: account).root)
            items += page.items.compactMap(item)
            guard let following = page.next, following != cursor else { return (items, true) }
            cursor = following
        }
        return (items, false)
    }
}
