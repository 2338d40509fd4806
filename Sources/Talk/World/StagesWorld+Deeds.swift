import Commerce
package import Kernel
import Platform
import Ports

/// What people do.
extension StagesWorld {
    package func prepare(_ deed: TalkDeed) async throws -> TalkDelivery {
        platform.advance(to: clock)
        let start = platform.ledger.count
        switch deed {
        case .shopper(let name, let act, let target):
            let id = try platform.person(
                PersonID(name),
                does: try personAct(act, on: target, in: shop(of: name).goods),
                with: account(of: name).phoneNumberID,
                at: clock
            )
            return delivery(since: start, messageID: id)
        case .staff(_, let shopper, let text):
            let account = account(of: shopper).phoneNumberID
            try platform.business(writes: text, to: PersonID(shopper), from: account, at: clock)
            return delivery(since: start)
        case .notice(let notice): return try await prepare(notice, since: start)
        }
    }

    /// Takes the webhooks that were made since then out of the platform's hands.
    func delivery(since start: Int, messageID: String? = nil) -> TalkDelivery {
        var posts: [WorldPost.SignedPost] = []
        for case .webhook(let fact) in platform.ledger[start...] {
            posts.append(WorldPost.SignedPost(platform.webhook(fact)))
            platform.webhookAnswered(fact.id, status: 200, at: clock)
        }
        return TalkDelivery(id: post.keep(.webhooks(posts)), messageID: messageID)
    }

    package func deliver(_ delivery: TalkDelivery, after late: Span) async throws {
        isAtRest = false
        if case .command? = post.parcels[delivery.id] { return post.send(delivery.id, arriving: clock + late) }
        let first = clock + late + (disturbances?.lateness() ?? .zero)
        post.send(delivery.id, arriving: first)
        for more in disturbances?.repeats() ?? [] { post.send(delivery.id, arriving: first + more) }
    }

    package func arm(_ fault: Fault) async throws {
        faults.append(fault)
        faults.refresh(&platform, drill, at: clock)
    }

    package func waitingFaults() async -> [Fault] {
        faults.refresh(&platform, drill, at: clock)
        return faults.waiting
    }

    private func personAct(_ act: Act<String>, on target: TalkTarget?, in shop: TalkShop) throws -> PersonAct {
        switch act {
        case .text(let text): return .text(text)
        case .tap(let label, _, _): return .tap(try choice(target, label))
        case .photo(let file, let caption): return .media(SentMedia(.image, name: file, caption: caption))
        case .voice(let file): return .media(SentMedia(.voice, name: file))
        case .file(let name): return .media(SentMedia(.document, name: name))
        case .sticker: return .media(SentMedia(.sticker))
        case .order(let lines, let note): return .order(try lines.map { try cartLine($0, in: shop) }, note: note ?? "")
        case .product(let sku, let words): return .askAbout(product: sku, text: words ?? "")
        case .ad(let fields, let words): return .referral(try referral(fields), text: words ?? "")
        case .reply(_, let text): return .reply(text, to: target?.messageID ?? "")
        case .react(let emoji, _): return .react(emoji, to: target?.messageID ?? "")
        case .location(let latitude, let longitude):
            return .location(SentPlace(latitude: latitude, longitude: longitude))
        case .contact(let fields): return .contact(name: fields["name"] ?? "", phone: fields["phone"] ?? "")
        case .form(let fields): return .form(fields.map { FormField($0.key, $0.value) }, of: nil)
        case .edit(let text): return .edit(nil, to: text)
        case .unsend: return .unsend(nil)
        case .forward(let text): return .forward(text, often: false)
        case .link(let fields, let words): return .link(ref: try ref(of: fields), text: words ?? "")
        case .post(let id, let words): return .sharePost(id, text: words ?? "")
        case .story(let id, let words): return .answerStory(id, text: words ?? "")
        case .comment(let place, let id, let words):
            return .comment(words, on: place == .live ? .live(id) : .post(id))
        case .menu(let label): return .menu(label)
        }
    }

    private func ref(of fields: [Field<String>]) throws(WorldTrouble) -> String {
        guard let ref = fields["ref"], fields.count == 1 else {
            throw WorldTrouble("an entry link has its word alone: (link ref=summer)")
        }
        return ref
    }

    /// What stands at the tapped place of the message.
    private func choice(_ target: TalkTarget?, _ label: String) throws -> TapTarget {
        guard let target, let offer = target.offer else { return .label(label) }
        let shown = platform.ledger.lazy.compactMap { fact -> PhoneMessage? in
            if case .accepted(let fact) = fact, fact.message.id == target.messageID { fact.message } else { nil }
        }
        guard let choices = shown.first?.choices, choices.indices.contains(offer) else {
            throw WorldTrouble("[\(label)] can't be tapped")
        }
        return .choice(choices[offer].id, of: target.messageID)
    }

    /// A cart's line; without a price it shows the shop's.
    private func cartLine(_ line: OrderLine, in shop: TalkShop) throws -> CartLine {
        let currency = shop.shop.currency
        let price = try line.price ?? shop.catalogue[shop.known(line.sku)]?.price(at: clock).decimal
        return CartLine(
            retailerID: line.sku,
            quantity: line.quantity,
            price: price ?? "0",
            currency: currency.code
        )
    }

    private func referral(_ fields: [Field<String>]) throws -> AdReferral {
        let known = ["ad", "click", "headline", "ref", "product"]
        if let odd = fields.first(where: { !known.contains($0.key) }) {
            throw WorldTrouble("an ad has no '\(odd.key)': there are \(known.joined(separator: ", "))")
        }
        return AdReferral(
            adID: fields["ad"] ?? "1",
            clickID: fields["click"],
            headline: fields["headline"] ?? "",
            ref: fields["ref"] ?? fields["product"]
        )
    }
}
