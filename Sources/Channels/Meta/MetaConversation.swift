import Kernel
import Messaging

/// Items of `messaging[]` and `standby[]`: told apart by the member that is there, for the body doesn't name the event.
///
/// How many events an item is, is decided here and in `MetaMessage.parts` alone: one, and one more for each further part
/// of a message that a person sent.
/// - Source: Messenger Platform, "Webhook events"; Instagram Platform, "Webhooks".
enum MetaConversation {
    static func events(of item: MetaItem, in context: MetaContext) -> [InboundEvent] {
        guard item.value.kind == .object else { return [context.event(item.value.unknown("item"), of: item.value)] }
        if item.comment != nil, item.message?.kind != .object {
            return [MetaComment.inGroup(item, in: context)]
        }
        if let message = item.message { return MetaMessage.events(of: message, item: item, in: context) }
        return [other(item, in: context)]
    }

    private static func other(_ item: MetaItem, in context: MetaContext) -> InboundEvent {
        let sender = context.shopper(of: item)
        let content = content(of: item) ?? item.value.unknown(item.news?.name ?? "item")
        var event = context.event(content, of: item.value, at: item.timestamp, from: sender)
        if let news = item.news?.value, let id = MetaNews.id(of: news, content) { event.externalID = id }
        event.referral = referral(of: item)
        event.ignored = item.news.flatMap { MetaNews.reasonToIgnore($0.value, content) }
        return event
    }

    private static func content(of item: MetaItem) -> InboundEvent.Content? {
        if let news = item.news, let content = MetaNews.content(of: news.value, named: news.name) { return content }
        if let lead = item.lead, let form = MetaForm.lead(lead) { return form }
        return item.referral?.kind == .object ? .referral : nil
    }

    /// Where the person came from: told beside what happened, or inside of it.
    private static func referral(of item: MetaItem) -> Referral? {
        if let referral = item.referral { return MetaReferral.referral(referral) }
        switch item.news?.name {
        case "postback": return (item.news?.value["referral"]).flatMap(MetaReferral.referral)
        case "optin": return (item.news?.value).flatMap(MetaReferral.inOptIn)
        default: return nil
        }
    }
}
