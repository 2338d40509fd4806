import Kernel
import Mustache
import Platform

/// The hosted page as a browser gets it: what can be paid, was paid, has expired or never was.
struct PayPages: Sendable {
    private let frame: MustacheTemplate
    private let open: MustacheTemplate
    private let message: MustacheTemplate

    /// Throws if a template can't be read.
    init() throws {
        frame = try MustacheTemplate(string: PayTemplates.frame)
        open = try MustacheTemplate(string: PayTemplates.open)
        message = try MustacheTemplate(string: PayTemplates.message)
    }

    /// The page of a session after a button, or as it is opened.
    func page(of session: PaymentSession, after step: PayStep?, at now: Timestamp) -> PlatformAnswer {
        let view = PayView(session, at: now)
        let words = view.words
        switch (session.status, session.paymentStatus) {
        case (.open, _):
            return framed(
                open.render(OpenBody(view, step, back: session.cancelURL)),
                view,
                words.order,
                openFor: view.openFor
            )
        case (.expired, _): return message(words.expired, words.expiredDetail, .clock, view)
        case (.complete, .unpaid) where session.hasBounced:
            return message(words.bounced, words.expiredDetail, .cross, view)
        case (.complete, .unpaid):
            guard step == .slip else { return message(words.underWay, words.underWayDetail, .clock, view) }
            return message(words.underWay, words.underWayDetail, .clock, view, way: session.successAddress)
        case (.complete, _):
            guard step == .pay else { return message(words.alreadyPaid, words.alreadyPaidDetail, .tick, view) }
            return message(words.paid, words.paidDetail, .tick, view, way: session.successAddress, isForwarded: true)
        }
    }

    /// The page of a session that does not exist.
    func unknown() -> PlatformAnswer {
        let view = PayView(PayWords.english)
        var answer = message(view.words.unknown, view.words.unknownDetail, .cross, view)
        answer.status = 404
        return answer
    }

    private func message(
        _ headline: String,
        _ detail: String,
        _ sign: Sign,
        _ view: PayView,
        way: String? = nil,
        isForwarded: Bool = false
    ) -> PlatformAnswer {
        let body = MessageBody(
            headline: headline,
            detail: detail,
            sign: sign.rawValue,
            mood: sign == .tick ? "good" : "",
            total: isForwarded ? view.total : nil,
            way: way,
            wayWord: view.words.back
        )
        return framed(message.render(body), view, headline, forward: isForwarded ? way : nil)
    }

    private func framed(
        _ body: String,
        _ view: PayView,
        _ title: String,
        openFor: String? = nil,
        forward: String? = nil
    ) -> PlatformAnswer {
        let page = Frame(
            language: view.words.language.description,
            title: "\(title) · \(view.shop)",
            accent: view.colour.accent,
            onAccent: view.colour.onAccent,
            initial: String(view.shop.prefix(1)).uppercased(),
            shop: view.shop,
            body: body,
            reference: view.reference,
            orderWord: view.words.order,
            openFor: openFor,
            forward: forward,
            test: view.words.test
        )
        return PlatformAnswer(status: 200, headers: Self.headers, body: Array(frame.render(page).utf8))
    }

    /// No script, no frame around it, no word of where the browser came from.
    private static let headers = [
        PlatformHeader("content-type", "text/html; charset=utf-8"),
        PlatformHeader("cache-control", "no-store"),
        PlatformHeader(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        ),
        PlatformHeader("referrer-policy", "no-referrer"),
        PlatformHeader("x-content-type-options", "nosniff"),
    ]
}

/// What a message begins with, as the path of a drawing of 24 by 24.
private enum Sign: String {
    case tick = "M7 12.5l3.5 3.5L17 9"
    case clock = "M12 6.5V12l3.5 2"
    case cross = "M8.5 8.5l7 7M15.5 8.5l-7 7"
}

/// What the templates are filled with; they look members up by name.
extension PayPages {
    private struct Frame {
        let language: String
        let title: String
        let accent: String
        let onAccent: String
        let initial: String
        let shop: String
        let body: String
        let reference: String?
        let orderWord: String
        let openFor: String?
        let forward: String?
        let test: String
    }

    private struct MessageBody {
        let headline: String
        let detail: String
        let sign: String
        let mood: String
        let total: String?
        let way: String?
        let wayWord: String
    }

    private struct OpenBody {
        let bad: String?
        let note: String?
        let back: String?
        let backWord: String
        let order: String
        let total: String
        let totalWord: String
        let lines: [PayView.Line]
        let action: String
        let pay: String
        let fail: String
        let later: String
        let slip: String

        init(_ view: PayView, _ step: PayStep?, back: String?) {
            let words = view.words
            bad = step == .fail ? words.declined : nil
            note = step == .later ? words.waits : nil
            self.back = step == .later ? back : nil
            backWord = words.back
            order = words.order
            total = view.total
            totalWord = words.total
            lines = view.lines
            action = view.action
            pay = "\(words.pay) \(view.total)"
            fail = words.fail
            later = words.later
            slip = words.slip
        }
    }
}
