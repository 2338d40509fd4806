import Commerce
import Kernel
import Messaging

extension Turn {
    /// Takes in one event of the turn; each kind has its answer, or its reason for silence.
    mutating func take(_ event: InboundEvent) {
        guard event.group == nil, !event.isStandby, !event.isTest, event.ignored == nil else { return }
        if case .operatorCommand(let command) = event.content { return take(command) }
        if case .timer(let kind) = event.content {
            takeTimer(kind)
            return takeReminder(kind)
        }
        if takeNews(event) { return }
        if case .paymentReport(let report) = event.content { return take(report, at: event.at) }
        if case .payment(let news) = event.content { return take(news, at: event.at) }
        if case .parcel(let report) = event.content { return take(report) }
        if case .comment(let comment) = event.content { return take(comment, of: event) }
        guard event.content.isFromPerson || isEditOfLast(event) else { return }
        mindLanguage(of: event)
        let age = context.now.since(event.at)
        guard age <= .hours(24) else { return }
        if facts.owner == .person, !comesBack(with: event) { return hearForPerson(event) }
        if age > .minutes(15) { isLate = true }
        defer { machine.heardAt = max(machine.heardAt, context.now.wholeSeconds) }
        returnFromPerson(hearing: event)
        takeReferral(of: event)
        if !takePost(of: event), !isMereArrival(event) { takeWords(of: event) }
    }

    /// Whether a tap only opened the chat by a link or ad whose goods are in view now.
    private func isMereArrival(_ event: InboundEvent) -> Bool {
        guard case .tap(let tap) = event.content, event.referral != nil, answer == .place else { return false }
        let offer = tap.payload.flatMap(Offer.init(payload:))
        return offer == nil || offer == .menu
    }

    /// An edit with new words of the text that was heard last; older ones, and comments, have been answered.
    private func isEditOfLast(_ event: InboundEvent) -> Bool {
        guard case .edit(let of?, _?) = event.content else { return false }
        return Fingerprint.of(of) == machine.lastText
    }

    /// What nobody said to us and yet concerns the conversation.
    private mutating func takeNews(_ event: InboundEvent) -> Bool {
        switch event.content {
        case .echo: hearEcho(of: event)
        case .handover(_, let from, let to): hearHandover(from: from, to: to, at: event.at)
        case .backInStock(let sku): takeBackInStock(sku)
        case .optOut: consent(to: .offers, false, reading: words.help.noOffers)
        default: return false
        }
        return true
    }

    /// What people say in words, with their fingers, or about an article.
    private mutating func takeWords(of event: InboundEvent) {
        switch event.content {
        case .text(let text):
            machine.lastText = Fingerprint.of(event.externalID)
            takeText(text)
        case .edit(_, let text?): takeText(text)
        case .tap(let tap): take(tap)
        case .cart(let sent): takeCart(sent)
        case .productQuestion(let question): take(question)
        case .referral: if answer == .nothing { greet() }
        case .location(let location): take(location)
        default: takeThing(event.content)
        }
    }

    /// Things that are not words: each has its own sentence and a way on.
    private mutating func takeThing(_ content: InboundEvent.Content) {
        switch content {
        case .media(let media): take(media)
        case .sticker: stay(saying: words.media.sticker)
        case .contact: stay(saying: words.media.contact)
        case .form(let form): take(form)
        case .optIn: resumeOffers()
        case .call(let event): if event != "terminate" { stay(.person, saying: words.media.call) }
        case .unknown: stay(saying: words.media.unknown)
        default: break
        }
    }

    /// A caption is what was meant; without one the file has to do.
    private mutating func take(_ media: Media) {
        if takePicture(media) { return }
        let caption = media.caption ?? ""
        guard caption.contains(where: { $0.isLetter || $0.isNumber }) else {
            return stay(saying: words.media.answer(to: media.kind))
        }
        let before = unclear
        takeText(caption)
        guard unclear != before else { return }
        unclear = before
        stay(saying: words.media.answer(to: media.kind))
    }

    private mutating func take(_ tap: Tap) {
        if let offer = tap.payload.flatMap(Offer.init(payload:)) { return act(offer) }
        if tap.payload == nil, let label = tap.label, !label.isEmpty { return takeText(label) }
        if isFirstContact { return greet() }
        machine.place = .menu
        stay(saying: words.help.oldButton)
    }

    private mutating func take(_ question: ProductQuestion) {
        let named =
            question.sku.flatMap { catalogue.product(of: SKU($0)) }
            ?? (question.productID ?? question.sku).flatMap { catalogue[ProductID($0)] }
            ?? [question.productID, question.sku].compactMap { $0.flatMap { shop.posts.look(of: $0) } }.first
            .flatMap { pieces(of: $0).first?.product }
        if let named { go(to: .product(named.id)) }
        if let text = question.text, !text.isEmpty { return takeText(text) }
        if named == nil { offerCollections(saying: words.product.gone) }
    }

    /// An ad, link or post that names an article puts it into view, with a greeting.
    private mutating func takeReferral(of event: InboundEvent) {
        guard let name = event.referral?.product ?? event.referral?.ref,
            let product = catalogue[ProductID(name)] ?? catalogue.product(of: SKU(name))
        else { return }
        greetShortly()
        let named = catalogue[SKU(name)].flatMap { catalogue[$0.product] == nil ? nil : $0.sku }
        let isChoice = product.variants.filter(\.isListed).count > 1
        if let named, isChoice, catalogue[ProductID(name)] == nil {
            go(to: .variant(named))
        } else {
            go(to: .product(product.id))
        }
    }

    private mutating func take(_ command: OperatorCommand) {
        switch command {
        case .take(let until):
            fallSilent(until: until)
        case .release: handBack()
        case .say(let text, let name): passOn(text, by: name)
        case .assign(let name): effects.append(.assign(name))
        case .order(let number, let command): take(command, of: number)
        case .settled(let kind, let number, let decision, let words):
            switch kind {
            case .person, .note, .changeAsked, .messageWaits: takeDecision(decision, of: kind, saying: words)
            default: takeSaleDecision(kind, of: number, decision, words: words)
            }
        }
    }

    /// Who wants no offers or reminders is heard even while a person answers.
    mutating func respectsRefusal(in event: InboundEvent) -> Bool {
        guard case .text(let text) = event.content else { return false }
        switch CommandReader.command(TextTools.folded(text)) {
        case .stop?: stopOffers()
        case .noReminders?: setReminders(false)
        default: return false
        }
        return true
    }
}

/// Short digests by which things are recognised again.
enum Fingerprint {
    /// FNV-1a, 32 bits; never 0.
    static func of(_ text: String) -> UInt32 {
        let digest = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return digest == 0 ? 1 : digest
    }
}
