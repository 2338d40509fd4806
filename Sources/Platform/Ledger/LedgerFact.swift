package import Kernel

/// Something that happened on the platform; the state follows from such facts alone.
///
/// As a line of the ledger: `{"fact":"marked","account":"330…","messageID":"wamid.…","isTyping":true,"at":1759665600000}`.
package indirect enum LedgerFact: Sendable, Hashable {
    case joined(Person)
    case said(SaidFact)
    case stored(MediaFact)
    case accepted(AcceptedFact)
    case refused(RefusedFact)
    case marked(MarkFact)
    case reported(ReportFact)
    case webhook(WebhookFact)
    case delivery(DeliveryFact)
    case preferred(PreferenceFact)
    case billed(BilledFact)
    case profiled(ProfileFact)
    case subscribed(SubscriptionFact)
    case ended(BroadcastFact)
    case removed(RemovedCommentFact)
    case handedOver(HandoverFact)
    case judged(TemplateFact)
    case paid(ChatPaymentFact)
}

/// Something a person did that the business hears of.
package struct SaidFact: Sendable, Hashable, Codable {
    /// `wamid.…`.
    package var id: String
    /// `phone_number_id` of the business number.
    package var account: String
    /// Whom it concerns.
    package var person: PersonID
    /// When it happened.
    package var at: Timestamp
    /// The webhook's `type`.
    package var type: String
    /// What was said, or the label that was tapped; card numbers are masked.
    package var text: String
    /// Whether it starts the 24 hours anew (reactions and system notes do not).
    package var opensWindow: Bool
    /// Whether the person came by an ad or post.
    package var isReferral: Bool
    /// Where a comment stands.
    package var comment: CommentedPlace?
    /// The message an edit changes.
    package var edits: String?
}

/// A file a person sent or the business uploaded.
package struct MediaFact: Sendable, Hashable, Codable {
    /// Its id.
    package var id: String
    /// MIME type.
    package var mediaType: String
    /// Name it was sent with, may be empty.
    package var filename: String
    /// Base64 of what a download gives.
    package var content: String
    /// Base64 of its SHA-256.
    package var digest: String
    /// Bytes of the file.
    package var size: Int
    /// When it happened.
    package var at: Timestamp
    /// Days it can be fetched: 7 for what people send, 30 for uploads.
    package var days: Int
}

/// A message of the business that was accepted.
package struct AcceptedFact: Sendable, Hashable, Codable {
    /// As it stands on the phone.
    package var message: PhoneMessage
    /// Addressed by phone number, else by user id.
    package var isToPhone: Bool
    /// What its statuses will say of its price.
    package var pricing: MessagePricing
    /// The free entry window this very message opened.
    package var opensFreeEntry: FreeEntry?
    /// It will not be delivered, for this reason.
    package var failsWith: Int?
    /// Nobody of the platform has that address.
    package var isToNobody: Bool
}

/// What a message costs, as its statuses will say.
package struct MessagePricing: Sendable, Hashable, Codable {
    /// `regular`, `free_customer_service` or `free_entry_point`.
    package var type: String
    /// `service`, `utility`, `marketing`, `authentication` or `referral_conversion`.
    package var category: String
    /// The free entry conversation, named in statuses.
    package var conversation: FreeEntry?

    /// Whether it costs anything.
    package var isBillable: Bool { type == "regular" }
}

/// 72 hours in which everything is free, because the person came by an ad and was answered within a day.
package struct FreeEntry: Sendable, Hashable, Codable {
    /// The platform's id of it.
    package var conversationID: String
    /// First moment after it.
    package var until: Timestamp
}

/// A call that was turned down.
package struct RefusedFact: Sendable, Hashable, Codable {
    /// When it happened.
    package var at: Timestamp
    /// Path of the call without query.
    package var path: String
    /// The status.
    package var status: Int
    /// The platform's error code.
    package var code: Int
    /// What was expected; never the words of the message.
    package var details: String

    /// Whether a fault that somebody asked for turned the call away, and not the call itself.
    package var isOnDemand: Bool { details == Self.onDemand }

    static let onDemand = "Fault on demand"
}

/// A read mark, with or without the sign that the business is typing.
package struct MarkFact: Sendable, Hashable, Codable {
    /// `phone_number_id` of the business number.
    package var account: String
    /// The person's message it concerns; earlier ones are read as well.
    package var messageID: String
    /// The sign of typing was asked for as well.
    package var isTyping: Bool
    /// When it happened.
    package var at: Timestamp
}

/// How far a message of the business has come; ranks as the platform reports them.
package enum ReportedStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case sent, delivered, read, played, failed
}

/// A status the platform reports, or loses on demand.
package struct ReportFact: Sendable, Hashable, Codable {
    /// The message of the business it concerns.
    package var messageID: String
    /// The status.
    package var status: ReportedStatus
    /// When it happened.
    package var at: Timestamp
    /// With `failed`: the reason.
    package var code: Int?
    /// It never reaches the business.
    package var isLost: Bool
}

/// A signed body for the business, kept until it is answered with 200.
package struct WebhookFact: Sendable, Hashable {
    /// Counts from 1.
    package var id: Int
    /// `phone_number_id` of the business number.
    package var account: String
    /// Whose act it reports, if one person's.
    package var person: PersonID?
    /// When it happened.
    package var at: Timestamp
    /// Not delivered before.
    package var due: Timestamp
    /// The exact bytes, the same at every delivery.
    package var body: [UInt8]
    /// It carries a card number: its line in the ledger is masked.
    package var carriesCard: Bool
}

/// One delivery of a webhook.
package struct DeliveryFact: Sendable, Hashable, Codable {
    /// Which webhook.
    package var webhook: Int
    /// Counts from 1.
    package var attempt: Int
    /// HTTP status, 0 when nobody answered.
    package var status: Int
    /// When it happened.
    package var at: Timestamp
    /// Nothing more will be tried: answered with 200, or seven days are over.
    package var isLast: Bool
}

/// A person's word about marketing messages.
package struct PreferenceFact: Sendable, Hashable, Codable {
    /// `phone_number_id` of the business number.
    package var account: String
    /// Whom it concerns.
    package var person: PersonID
    /// False after a stop, true after a resume.
    package var takesMarketing: Bool
    /// When it happened.
    package var at: Timestamp
    /// True after a block, false after its end, nil where nothing changed.
    package var blocks: Bool?
}

/// How a try to pay an order in the chat stands, as the gateway tells the platform.
package struct ChatPaymentFact: Sendable, Hashable, Codable {
    /// `phone_number_id` of the business number.
    package var account: String
    /// The business's `reference_id`.
    package var reference: String
    /// Whom it concerns.
    package var person: PersonID
    /// When it happened.
    package var at: Timestamp
    /// Of the payment: `pending`, `captured` or `failed`.
    package var status: String
    /// Of the try: `pending`, `success` or `failed`.
    package var tryStatus: String
    /// The gateway's id of the try.
    package var transaction: String
    /// The gateway.
    package var provider: String
    /// Hundredths of the currency that came, or were to come.
    package var amount: Int64
    /// ISO 4217 code.
    package var currency: String
    /// Why the try failed.
    package var reason: String?
    /// Hundredths that were given back so far.
    package var refunded: Int64?
    /// Whether the word of it says how much it was; nil: yes.
    package var saysSum: Bool?
}

/// A change of what people see before they write: greeting, ice breakers, menu.
package struct ProfileFact: Sendable, Hashable, Codable {
    /// Page or Instagram account.
    package var account: String
    /// JSON text of each field that was set; nil where it was deleted.
    package var fields: [String: String?]
    /// When it happened.
    package var at: Timestamp
}

/// Which webhook fields an account delivers from now on.
package struct SubscriptionFact: Sendable, Hashable, Codable {
    /// Page, Instagram account, business account, or the `object` the app chose fields of.
    package var account: String
    /// Names of the fields.
    package var fields: [String]
    /// Where the app wants to be told.
    package var callback: String?
    /// When it happened.
    package var at: Timestamp
}

/// What the platform thinks of a template from now on.
package struct TemplateFact: Sendable, Hashable, Codable {
    /// Its name.
    package var name: String
    /// Its language, `en_US`.
    package var language: String
    /// Whether it may be sent.
    package var approval: PlatformTemplate.Approval
    /// Whether it is a utility template of the Page; older ledgers leave it out.
    package var ofPage: Bool?
    /// When it happened.
    package var at: Timestamp

    /// Whether it is a utility template of the Page.
    package var isOfPage: Bool { ofPage ?? false }
}

/// A live broadcast that ended.
package struct BroadcastFact: Sendable, Hashable, Codable {
    /// Its id.
    package var media: String
    /// When it happened.
    package var at: Timestamp
}

/// A comment its author took away.
package struct RemovedCommentFact: Sendable, Hashable, Codable {
    /// Its id.
    package var comment: String
    /// When it happened.
    package var at: Timestamp
}

/// A conversation that another app took over, or gave back.
package struct HandoverFact: Sendable, Hashable, Codable {
    /// Page or Instagram account.
    package var account: String
    /// Whom it concerns.
    package var person: PersonID
    /// The app that has it now; nil: the business's own.
    package var app: String?
    /// When it happened.
    package var at: Timestamp
}

/// A billing record that arrived at `/billing`, as a CloudEvent.
package struct BilledFact: Sendable, Hashable, Codable {
    /// The event's `source`.
    package var source: String
    /// Its id.
    package var id: String
    /// The event's `type`.
    package var type: String
    /// The event's `subject`.
    package var subject: String?
    /// The event's `time`, as written.
    package var time: String?
    /// JSON text of `data`.
    package var data: String
    /// When it happened.
    package var at: Timestamp
    /// `source` and `id` were seen before: counted once.
    package var isRepeat: Bool
}
