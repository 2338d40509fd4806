import Kernel
import Messaging

/// One item of `calls[]`: `{"id":…,"from":"7001","to":"1002","event":"connect","call_direction":"user_initiated"}`.
/// - Source: Messenger Platform, "Calling webhooks".
enum MetaCall {
    static func event(of item: JSONValue, in context: MetaContext) -> InboundEvent {
        guard item.kind == .object else { return context.event(item.unknown("calls"), of: item) }
        let from = item["from"]?.filled
        let direction = item["call_direction"] ?? item["direction"]
        let isOurs = direction?.holds("business_initiated") == true || from == context.account.externalID
        // While a call of ours rings, only who is called is named.
        let person = isOurs ? item["to"]?.filled ?? item["recipient_id"]?.filled : from ?? item["recipient_id"]?.filled
        // One call rings and ends under one id, so that of the event is made.
        return context.event(
            .call(event: item["event"]?.filled ?? item["status"]?.filled),
            of: item,
            at: item["timestamp"],
            from: ShopperAddress(scopedID: person)
        )
    }
}
