package import Kernel

/// The business account's templates as it sees them, and the platform's word on them.
extension EmulatedPlatform {
    /// Changes the platform's mind about a template, and tells the business so.
    ///
    /// A template nobody knows changes nothing. The utility templates of Pages stand in a book of their own.
    package mutating func judge(
        template name: String,
        in language: String,
        as approval: PlatformTemplate.Approval,
        ofPage: Bool = false,
        at now: Timestamp
    ) {
        advance(to: now)
        let book = ofPage ? configuration.pageBook : configuration.templates
        guard book.contains(where: { $0.name == name && $0.language == language }) else { return }
        let fact = TemplateFact(
            name: name,
            language: language,
            approval: approval,
            ofPage: ofPage ? true : nil,
            at: now
        )
        record(.judged(fact))
        configuration.judge(fact)
        tellJudgement(fact)
    }

    /// Tells of it as the platform does.
    ///
    /// `{"event":"PAUSED","message_template_id":…,"message_template_name":…,"message_template_language":…,"reason":…}`
    private mutating func tellJudgement(_ fact: TemplateFact) {
        let channel: PlatformChannel = fact.isOfPage ? .messenger : .whatsApp
        guard let account = configuration.accounts.first(where: { $0.channel == channel }) else { return }
        var json = JSONWriter()
        json.object { value in
            value.field("event", fact.approval.rawValue.uppercased())
            value.field("message_template_id", Self.number(of: fact.name, fact.language))
            value.field("message_template_name", fact.name)
            value.field("message_template_language", fact.language)
            value.field("reason", "NONE")
        }
        if fact.isOfPage { return tellPage(of: json.bytes, account, at: fact.at) }
        hold(
            WebhookUpdate(
                account: account,
                list: .message_template_status_update,
                item: json.bytes,
                at: fact.at,
                due: fact.at
            )
        )
        packIfAlone()
    }

    /// A change of the Page: `{"field":"messenger_template_status_update","value":{…}}`.
    private mutating func tellPage(of value: [UInt8], _ account: PlatformAccount, at now: Timestamp) {
        var json = JSONWriter()
        json.object { change in
            change.field("field", "messenger_template_status_update")
            change.key("value")
            change.raw(value)
        }
        tell("messenger_template_status_update", json.bytes, in: .changes, account, at: now, due: now)
        packIfAlone()
    }

    /// `GET /{business account or Page}/message_templates?fields=…&limit=…&after=…`, a page of at most 1,000.
    func templates(_ call: PlatformCall, ofPage: Bool = false) throws(PlatformRefusal) -> PlatformAnswer {
        let page = try Page(call, usual: 25, most: 1_000)
        return page.answer(of: ofPage ? configuration.pageBook : configuration.templates) { entry, template in
            entry.field("name", template.name)
            entry.field("language", template.language)
            entry.field("status", template.approval.rawValue.uppercased())
            entry.field("category", template.category.rawValue.uppercased())
            entry.field("id", String(Self.number(of: template.name, template.language)))
        }
    }

    private static func number(of name: String, _ language: String) -> Int64 {
        let hash = (name + " " + language).utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) }
        return 1_700_000_000_000_000 + Int64(hash % 1_000_000_000_000)
    }
}

extension PlatformConfiguration {
    /// The utility templates of the Page; those of the business account where it has none of its own.
    var pageBook: [PlatformTemplate] { pageTemplates ?? templates }

    mutating func judge(_ fact: TemplateFact) {
        func isMeant(_ template: PlatformTemplate) -> Bool {
            template.name == fact.name && template.language == fact.language
        }
        if fact.isOfPage {
            var book = pageBook
            for index in book.indices where isMeant(book[index]) { book[index].approval = fact.approval }
            pageTemplates = book
        } else {
            for index in templates.indices where isMeant(templates[index]) { templates[index].approval = fact.approval }
        }
    }
}

/// A part of a long list, with a cursor to the next one.
struct Page {
    let start: Int
    let count: Int

    /// `limit` and `after` of the query.
    init(_ call: PlatformCall, usual: Int, most: Int) throws(PlatformRefusal) {
        let limit = call.query("limit").map { Int($0) ?? 0 } ?? usual
        guard (1...most).contains(limit) else { throw .parameter("Param limit must be from 1 to \(most)") }
        let after = call.query("after").map { Int($0) ?? -1 } ?? 0
        guard after >= 0 else { throw .parameter("Invalid cursors values") }
        start = after
        count = limit
    }

    /// `{"data":[…],"paging":{"cursors":{"after":"25"},"next":"…"}}`; `next` only where more follows.
    func answer<Item>(of items: [Item], _ write: (inout JSONWriter, Item) -> Void) -> PlatformAnswer {
        let part = items.dropFirst(start).prefix(count)
        let end = start + part.count
        var json = JSONWriter()
        json.object { json in
            json.arrayField("data") { data in
                for item in part { data.object { write(&$0, item) } }
            }
            guard !part.isEmpty else { return }
            json.objectField("paging") { paging in
                paging.objectField("cursors") { cursors in
                    cursors.field("before", String(start))
                    cursors.field("after", String(end))
                }
                if end < items.count { paging.field("next", "https://graph.example/?after=\(end)") }
            }
        }
        return .json(200, json.bytes)
    }
}
