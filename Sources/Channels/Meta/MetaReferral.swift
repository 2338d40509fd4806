import Kernel
import Messaging

/// Where a person came from: an ad, an m.me or ig.me link, a product's page.
///
/// ```json
/// {"ref":"summer","ad_id":"238500","source":"ADS","type":"OPEN_THREAD","ads_context_data":{"post_id":"1002_9","product_id":"5550001"}}
/// ```
/// The word in `source` differs from page to page for the same link: nothing depends on it.
enum MetaReferral {
    /// Nil for what is no object.
    static func referral(_ value: JSONValue) -> Referral? {
        guard value.kind == .object else { return nil }
        let ad = value["ads_context_data"]
        return Referral(
            source: value["source"]?.filled,
            ad: value["ad_id"]?.filled ?? ad?["ad_id"]?.filled,
            click: value["ctwa_clid"]?.filled,
            ref: value["ref"]?.filled,
            product: product(value) ?? ad?["product_id"]?.filled,
            post: ad?["post_id"]?.filled
        )
    }

    /// The product on whose page the person was.
    static func product(_ value: JSONValue?) -> String? {
        value?["product"]?["id"]?.filled ?? value?["product"]?.filled
    }

    /// An opt-in through a link says itself where it came from.
    static func inOptIn(_ optIn: JSONValue) -> Referral? {
        let referral = Referral(source: optIn["source"]?.filled, ref: optIn["ref"]?.filled)
        return referral == Referral() ? nil : referral
    }
}
