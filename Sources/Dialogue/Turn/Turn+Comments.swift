import Commerce
import Kernel
import Messaging

/// What people write under posts and live broadcasts, where everybody reads it: answered in private, once, and only if
/// the shop was asked something.
extension Turn {
    /// One private answer for a person, a post and a day; further talk comes only after the person answers.
    mutating func take(_ comment: Comment, of event: InboundEvent) {
        guard facts.owner == .assistant, let id = comment.id, !id.isEmpty, let text = comment.text,
            let until = Self.deadline(of: comment, at: event.at), until > context.now,
            let cause = context.knowledge.comments.cause(of: text),
            machine.answered.isFirst("post " + (comment.live ?? comment.post ?? id), on: dayNumber)
        else { return }
        mindLanguage(of: event)
        let pieces = pieces(for: cause, under: event)
        let wanted = pieces.count == 1 ? pieces.first.flatMap { self.wanted(in: text, of: $0) } : nil
        let answer = privateAnswer(to: text, cause: cause, about: pieces, wanted: wanted)
        putIntoView(pieces, wanted: wanted, of: event)
        said.append(
            OutboundMessage(
                .privateReply(comment: id, text: answer),
                plan: .humanAgentTag,
                isIndependent: true,
                goodUntil: until
            )
        )
    }

    /// A day as a number, in the shop's zone.
    var dayNumber: Int {
        let local = shop.zone.local(context.now)
        return local.year * 10_000 + local.month * 100 + local.day
    }

    /// Until when a comment may be answered; with the platform's own clock a minute is left to be safe.
    ///
    /// A live broadcast may end at any moment and nobody tells us, so its answers are not sent much later.
    /// - Source: Instagram Platform, private replies; Messenger Platform, private replies.
    private static func deadline(of comment: Comment, at moment: Timestamp) -> Timestamp? {
        comment.live == nil ? moment + .days(7) - .minutes(1) : moment + .hours(1)
    }

    /// What the comment names, else what the post shows.
    private func pieces(for cause: CommentReader.Cause, under event: InboundEvent) -> [Piece] {
        if case .names(let codes) = cause {
            return pieces(named: codes)
        }
        return look(of: event).map { self.pieces(of: $0) } ?? []
    }

    /// The answer fits into the one message that a comment may get, so what matters most stands first.
    private func privateAnswer(
        to text: String,
        cause: CommentReader.Cause,
        about pieces: [Piece],
        wanted: SKU?
    ) -> String {
        let hello = words.comment.hello(facts.firstName)
        let asked = VariantReader.isAboutGoods(text) ? nil : context.knowledge.questions.find(text)
        if cause == .question, let question = asked?.question {
            return Self.fitting([hello, answer(to: question)], closing: words.comment.writeMore)
        }
        guard let first = pieces.first else { return Self.fitting([hello], closing: words.comment.writeWhat) }
        guard pieces.count == 1 else {
            return Self.fitting([hello, summary(of: pieces)], closing: words.comment.writeLook)
        }
        if let wanted, let variant = catalogue[wanted] {
            let price = words.money(variant.price(at: context.now))
            let line = words.product.isThere(name(of: wanted), price: price) + "."
            return Self.fitting([hello, line], closing: words.comment.writeBuy)
        }
        let line = [summary(of: pieces), choiceLine(of: first)].filter { !$0.isEmpty }.joined(separator: "\n")
        return Self.fitting([hello, line], closing: closing(for: first))
    }

    private func choiceLine(of piece: Piece) -> String {
        piece.choice.colour == nil ? choiceLine(of: piece.product) : sizeLine(of: variants(of: piece))
    }

    /// The one variant that was asked for, by its SKU or its size, if it can be had.
    private func wanted(in text: String, of piece: Piece) -> SKU? {
        let named = context.knowledge.codes.codes(in: text).map { SKU($0) }.first { catalogue[$0] != nil }
        if let named { return obtainable(named) > 0 && catalogue[named]?.isListed == true ? named : nil }
        guard let request = reader(of: piece.product).read(text), let size = request.size else { return nil }
        var choice = piece.choice
        if let colour = request.colour { _ = choice.handle(.colour(colour), in: catalogue) }
        guard case .chosen(let sku) = choice.handle(.size(size), in: catalogue), obtainable(sku) > 0 else { return nil }
        return sku
    }

    private func closing(for piece: Piece) -> String {
        guard isObtainable(piece) else { return words.comment.writeMore }
        switch piece.choice.question(in: catalogue) {
        case .colour: return words.comment.writeColour
        case .size: return words.comment.writeSize
        case .chosen: return words.comment.writeBuy
        case .gone: return words.comment.writeMore
        }
    }

    /// The paragraphs that fit, and the closing words, which always do.
    ///
    /// - Source: Instagram messaging, 1,000 bytes of UTF-8 for a text.
    private static func fitting(_ paragraphs: [String], closing: String) -> String {
        let room = longestPrivateAnswer - closing.utf8.count - 2
        var text = ""
        for line in paragraphs.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
            let next = text.isEmpty ? String(line) : text + "\n" + line
            guard next.utf8.count <= room else { break }
            text = next
        }
        return text + "\n\n" + closing
    }

    private static var longestPrivateAnswer: Int { 1_000 }

    /// An answer to us goes on with these goods, unless the person is in the middle of something.
    private mutating func putIntoView(_ pieces: [Piece], wanted: SKU?, of event: InboundEvent) {
        guard machine.place.mayBeLeft, let first = pieces.first else { return }
        machine.aside = .none
        if let wanted {
            machine.place = .variant(wanted)
        } else if pieces.count > 1, let look = look(of: event), self.pieces(of: look) == pieces {
            machine.place = .look(look.id)
        } else {
            machine.place = first.choice.colour == nil ? .product(first.product.id) : .choosing(first.choice)
        }
    }
}

extension Place {
    /// Whether nothing is lost when something else comes into view.
    fileprivate var mayBeLeft: Bool {
        switch self {
        case .menu, .collections, .shelf, .product, .choosing, .look, .variant, .basket, .cart, .ordered, .orders,
            .order,
            .questions:
            true
        case .dressing, .lines, .line, .checkout, .amending, .returning, .person: false
        }
    }
}
