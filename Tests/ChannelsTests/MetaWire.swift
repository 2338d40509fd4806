import Channels
import Kernel
import Messaging

/// What a bubble of Messenger or Instagram holds, read back from its wire body.
struct MetaWire {
    let root: JSONValue

    init(_ bytes: [UInt8]) throws { root = try JSONDocument(bytes).root }

    var message: JSONValue? { root["message"] }
    private var payload: JSONValue? { message?["attachment"]?["payload"] }

    /// What sort of bubble it is, in the words of the published table.
    var shape: String {
        if message?["template"] != nil { return "template" }
        if message?["quick_replies"] != nil { return "replies" }
        if message?["text"] != nil { return "text" }
        let type = message?["attachment"]?["type"]?.string ?? "nothing"
        return type == "template" ? payload?["template_type"]?.string ?? "nothing" : type
    }

    var text: String? { message?["text"]?.string ?? payload?["text"]?.string }

    var cards: [JSONValue] {
        shape == "generic" ? Array(payload?["elements"]?.elements.map { $0 } ?? []) : []
    }

    /// Everything that can be tapped, cards' buttons included: its title and what comes back.
    var taps: [(title: String, payload: String)] {
        let replies = message?["quick_replies"]?.elements.map { $0 } ?? []
        let lists = [payload?["buttons"]].compactMap(\.self) + cards.compactMap { $0["buttons"] }
        return (replies + lists.flatMap { $0.elements.map { $0 } }).map {
            ($0["title"]?.string ?? "", $0["payload"]?.string ?? $0["url"]?.string ?? "")
        }
    }

    /// Everything a person can read in the bubble.
    var readable: String {
        let onCards = cards.flatMap { [$0["title"]?.string, $0["subtitle"]?.string] }
        return ([text] + onCards + taps.map(\.title)).compactMap(\.self).joined(separator: "\n")
    }
}

/// Rendering for one person, as neighbours call it.
func render(
    _ content: OutboundMessage.Content,
    on channel: ChannelKind,
    category: PricingCategory = .service,
    plan: ClosedWindowPlan = .wait,
    isFollowed: Bool = false,
    settings: MetaSettings = MetaSettings()
) -> [Rendered] {
    ChannelEncoder.encode(
        OutboundMessage(content, category: category, plan: plan),
        on: channel,
        to: ShopperAddress(scopedID: "7001"),
        isFollowed: isFollowed,
        settings: ChannelSettings(meta: settings),
        key: { "m:1:2:\($0)" }
    )
}
