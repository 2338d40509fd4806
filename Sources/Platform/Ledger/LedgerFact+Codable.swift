import Kernel

/// One flat JSON object per fact: its name under `fact`, its members beside it.
extension LedgerFact: Codable {
    private enum Key: String, CodingKey { case fact }

    private enum Name: String, Codable {
        case joined, said, stored, accepted, refused, marked, reported, webhook, delivery, preferred, billed
        case profiled, subscribed, ended, removed, handedOver, judged, paid
    }

    /// Reads the name, then the fact of that name.
    package init(from decoder: any Decoder) throws {
        let name = try decoder.container(keyedBy: Key.self).decode(Name.self, forKey: .fact)
        self =
            switch name {
            case .joined: .joined(try Person(from: decoder))
            case .said: .said(try SaidFact(from: decoder))
            case .stored: .stored(try MediaFact(from: decoder))
            case .accepted: .accepted(try AcceptedFact(from: decoder))
            case .refused: .refused(try RefusedFact(from: decoder))
            case .marked: .marked(try MarkFact(from: decoder))
            case .reported: .reported(try ReportFact(from: decoder))
            case .webhook: .webhook(try WebhookFact(from: decoder))
            case .delivery: .delivery(try DeliveryFact(from: decoder))
            case .preferred: .preferred(try PreferenceFact(from: decoder))
            case .billed: .billed(try BilledFact(from: decoder))
            case .profiled: .profiled(try ProfileFact(from: decoder))
            case .subscribed: .subscribed(try SubscriptionFact(from: decoder))
            case .ended: .ended(try BroadcastFact(from: decoder))
            case .removed: .removed(try RemovedCommentFact(from: decoder))
            case .handedOver: .handedOver(try HandoverFact(from: decoder))
            case .judged: .judged(try TemplateFact(from: decoder))
            case .paid: .paid(try ChatPaymentFact(from: decoder))
            }
    }

    /// Writes the name and the fact's members into one object.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .joined(let fact): try Self.write(.joined, fact, &container, encoder)
        case .said(let fact): try Self.write(.said, fact, &container, encoder)
        case .stored(let fact): try Self.write(.stored, fact, &container, encoder)
        case .accepted(let fact): try Self.write(.accepted, fact, &container, encoder)
        case .refused(let fact): try Self.write(.refused, fact, &container, encoder)
        case .marked(let fact): try Self.write(.marked, fact, &container, encoder)
        case .reported(let fact): try Self.write(.reported, fact, &container, encoder)
        case .webhook(let fact): try Self.write(.webhook, fact, &container, encoder)
        case .delivery(let fact): try Self.write(.delivery, fact, &container, encoder)
        case .preferred(let fact): try Self.write(.preferred, fact, &container, encoder)
        case .billed(let fact): try Self.write(.billed, fact, &container, encoder)
        case .profiled(let fact): try Self.write(.profiled, fact, &container, encoder)
        case .subscribed(let fact): try Self.write(.subscribed, fact, &container, encoder)
        case .ended(let fact): try Self.write(.ended, fact, &container, encoder)
        case .removed(let fact): try Self.write(.removed, fact, &container, encoder)
        case .handedOver(let fact): try Self.write(.handedOver, fact, &container, encoder)
        case .judged(let fact): try Self.write(.judged, fact, &container, encoder)
        case .paid(let fact): try Self.write(.paid, fact, &container, encoder)
        }
    }

    private static func write(
        _ name: Name,
        _ fact: some Encodable,
        _ container: inout KeyedEncodingContainer<Key>,
        _ encoder: any Encoder
    ) throws {
        try container.encode(name, forKey: .fact)
        try fact.encode(to: encoder)
    }
}

extension WebhookFact: Codable {
    private enum Key: String, CodingKey { case id, account, person, at, due, body, carriesCard }

    /// Reads a webhook; its body is the line's text, byte for byte.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try container.decode(Int.self, forKey: .id),
            account: try container.decode(String.self, forKey: .account),
            person: try container.decodeIfPresent(PersonID.self, forKey: .person),
            at: try container.decode(Timestamp.self, forKey: .at),
            due: try container.decode(Timestamp.self, forKey: .due),
            body: Array(try container.decode(String.self, forKey: .body).utf8),
            carriesCard: try container.decode(Bool.self, forKey: .carriesCard)
        )
    }

    /// Writes the body as text (it is ASCII on the wire), masked if it carries a card number.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(account, forKey: .account)
        try container.encodeIfPresent(person, forKey: .person)
        try container.encode(at, forKey: .at)
        try container.encode(due, forKey: .due)
        let kept = carriesCard ? CardMask.mask(raw: body).bytes : body
        try container.encode(String(decoding: kept, as: UTF8.self), forKey: .body)
        try container.encode(carriesCard, forKey: .carriesCard)
    }
}
