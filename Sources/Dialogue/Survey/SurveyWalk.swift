import Commerce
import Kernel
package import Messaging

/// The playing of a survey: turns, what was said in them, and the buttons that are still to be tapped.
struct SurveyWalk {
    private(set) var report = SurveyReport()
    private let most: Int
    private let language: LanguageTag
    private let goods: SurveyGoods
    /// What was said, with the sorts of situations in which it was.
    private var known: [OutboundMessage: Set<String>] = [:]
    private var tapped: Set<String> = []
    private var waiting: [Button] = []

    /// A button that somebody may tap.
    private struct Button {
        let room: SurveyRoom
        let payload: String
        let label: String
    }

    /// What a shopper sends to ask, or to complain.
    static let picture = Media(kind: .image, mediaID: "1")

    init(most: Int, language: LanguageTag, goods: SurveyGoods) {
        self.most = most
        self.language = language
        self.goods = goods
    }

    /// One turn in a situation, which itself stays as it is.
    mutating func play(_ content: InboundEvent.Content, referral: Referral? = nil, in room: SurveyRoom) {
        report.heard.insert(content.contentKind)
        if case .tap(let tap) = content, let offer = tap.payload.flatMap(Offer.init(payload:)) {
            report.offers.insert(offer.kind)
        }
        turn(content, referral: referral, in: room, named: content.surveyName)
    }

    mutating func tap(_ payload: String, _ label: String, in room: SurveyRoom) {
        tapped.insert(Self.key(payload, in: room))
        turn(.tap(Tap(payload: payload, label: label)), referral: nil, in: room, named: "tap \(label)")
    }

    /// A shopper answers a story that the shop's table doesn't know.
    mutating func answerStory(_ text: String, in room: SurveyRoom) {
        turn(.text(text), referral: nil, story: "survey", in: room, named: "story \u{201C}\(text)\u{201D}")
    }

    /// A shopper comes from an ad, a link or a post that names something.
    mutating func advertise(_ name: String, in room: SurveyRoom) {
        play(.referral, referral: Referral(product: name), in: room)
    }

    /// Taps what was offered, and what is offered then, until nothing is new.
    mutating func tapOn() {
        var next = 0
        while next < waiting.count, report.turns < most {
            let button = waiting[next]
            next += 1
            turn(
                .tap(Tap(payload: button.payload, label: button.label)),
                referral: nil,
                in: button.room,
                named: "tap \(button.label)"
            )
        }
        report.left = waiting.count - next
        waiting = []
    }

    private mutating func turn(
        _ content: InboundEvent.Content,
        referral: Referral?,
        story: String? = nil,
        in room: SurveyRoom,
        named name: String
    ) {
        guard report.turns < most else { return }
        report.turns += 1
        var after = room
        after.name = "\(room.name) · \(name)"
        report.places.insert(room.machine.place.kind)
        let effects = after.play(content, referral: referral, story: story)
        report.places.insert(after.machine.place.kind)
        report.asides.insert(after.machine.aside)
        note(effects, in: after)
    }

    private mutating func note(_ effects: [Effect], in room: SurveyRoom) {
        var language = language
        for effect in effects {
            switch effect {
            case .setLanguage(let learnt): language = learnt
            case .openTask(let task): report.merchantWords.insert(task.words)
            case .consent(_, let consent): report.merchantWords.insert(consent.wording)
            case .setTimer(let kind, _): if SurveyTimer(kind: kind) == nil { report.unknownTimers.insert(kind) }
            default: break
            }
        }
        let replies = effects.compactMap { if case .reply(let message) = $0 { message } else { nil } }
        let sort = Self.sort(of: room)
        for (index, message) in replies.enumerated() {
            let isLast = index == replies.count - 1
            let before = known[message]
            if let before, before.contains(sort) { continue }
            known[message, default: []].insert(sort)
            for option in message.options { offer(option, in: room) }
            guard before == nil else { continue }
            report.messages.append(
                SurveyedMessage(message, in: room.name, language: language, isFollowed: !isLast)
            )
        }
    }

    /// Keeps a button for later, unless its like was tapped in such a situation.
    private mutating func offer(_ option: Choices.Option, in room: SurveyRoom) {
        guard let offer = Offer(payload: option.payload) else { return }
        report.offers.insert(offer.kind)
        guard offer.isWorthATap(among: goods), tapped.insert(Self.key(option.payload, in: room)).inserted else {
            return
        }
        waiting.append(Button(room: room, payload: option.payload, label: option.label))
    }

    /// Situations of one sort: how the newest order stands, else whether anything is in the cart.
    private static func sort(of room: SurveyRoom) -> String {
        room.orders.first.map { "\($0.state) \($0.payment.state)" } ?? (room.cart.isEmpty ? "" : "cart")
    }

    /// What is tapped once in each sort of situation.
    private static func key(_ payload: String, in room: SurveyRoom) -> String {
        let start = sort(of: room)
        let isConfirming = payload.hasPrefix(Offer.confirm(fingerprint: 0).payload.dropLast())
        return "\(start)|\(isConfirming ? String(payload.prefix(4)) : payload)"
    }
}

extension Offer {
    /// Whether a tap may lead to something that other taps don't: goods that are looked at, and the first pages.
    fileprivate func isWorthATap(among goods: SurveyGoods) -> Bool {
        switch self {
        case .product(let id), .watchAll(let id): goods.has(id)
        case .choose(let choice): goods.has(choice.product) && choice.page <= 2
        case .variant(let sku), .quantity(let sku, _), .watch(let sku), .line(let sku): goods.sells(sku)
        case .shelf(let shelf): shelf.page <= 2
        case .collections(let page), .lines(let page), .orders(let page), .questions(let page): page <= 2
        default: true
        }
    }
}

extension SurveyGoods {
    fileprivate func sells(_ sku: SKU) -> Bool { products.contains { $0.variants.contains { $0.sku == sku } } }
}

extension OutboundMessage {
    /// Everything that can be tapped in it and comes back to us.
    package var options: [Choices.Option] {
        switch content {
        case .choices(let choices): choices.options
        case .cards(let cards, _): cards.flatMap(\.options)
        case .receipt(let receipt): receipt.options
        case .addressRequest(let request): request.choices.options
        case .text, .media, .link, .orderDetails, .orderStatus, .template, .privateReply: []
        }
    }
}

extension InboundEvent.Content {
    /// A few words for a situation's name.
    fileprivate var surveyName: String {
        switch self {
        case .text(let text): "\u{201C}\(text)\u{201D}"
        case .tap(let tap): "tap \(tap.payload ?? tap.label ?? "")"
        case .timer(let kind): "timer \(kind)"
        case .operatorCommand(let command): "merchant: \(command.kind.rawValue)"
        case .paymentReport(let report): "payment: \(report.news.kind.rawValue)"
        case .parcel(let report): "parcel: \(report.status.rawValue)"
        case .media(let media): "\(media.kind.rawValue)"
        default: contentKind.rawValue
        }
    }
}
