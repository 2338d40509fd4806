import Kernel

/// How webhooks speak of people and of what they did.
struct PersonPayload {
    let person: Person

    /// Entry of `contacts`; what the platform keeps to itself is left out.
    func contact(withUsername: Bool = true) -> [UInt8] {
        var json = JSONWriter(capacity: 128)
        json.object { contact in
            contact.objectField("profile") { profile in
                profile.field("name", person.name)
                if withUsername { profile.field("username", person.username) }
            }
            contact.field("wa_id", person.phone)
            contact.field("user_id", person.userID)
        }
        return json.bytes
    }

    /// Item of `messages`.
    func item(_ spoken: SpokenAct, id: String, at moment: Timestamp, to account: PlatformAccount) -> [UInt8] {
        var json = JSONWriter(capacity: 384)
        json.object { item in
            item.field("from", person.phone)
            item.field("from_user_id", person.userID)
            item.field("id", id)
            item.field("timestamp", String(moment.wholeSeconds))
            item.field("type", spoken.type)
            spoken.content(&item)
            if let context = spoken.context { write(context, to: account, into: &item) }
            if let referral = spoken.referral { write(referral, into: &item) }
        }
        return json.bytes
    }

    private func write(_ context: SpokenAct.Context, to account: PlatformAccount, into item: inout JSONWriter) {
        item.objectField("context") { json in
            switch context {
            case .quote(let id, let isOurs):
                json.field("from", isOurs ? account.displayNumber : person.phone)
                json.field("id", id)
            case .forwarded(let often):
                often ? json.field("frequently_forwarded", true) : json.field("forwarded", true)
            case .product(let catalogue, let retailerID):
                json.field("from", account.displayNumber)
                json.objectField("referred_product") { product in
                    product.field("catalog_id", catalogue)
                    product.field("product_retailer_id", retailerID)
                }
            }
        }
    }

    private func write(_ referral: AdReferral, into item: inout JSONWriter) {
        item.objectField("referral") { json in
            json.field("source_url", "https://fb.example/\(referral.adID)")
            json.field("source_id", referral.adID)
            json.field("source_type", referral.isPost ? "post" : "ad")
            json.field("headline", referral.headline)
            json.field("body", "")
            json.field("media_type", "image")
            json.field("image_url", "https://cdn.example/\(referral.adID).jpg")
            json.field("ctwa_clid", referral.clickID)
            json.field("ref", referral.ref)
        }
    }
}

/// A person's act as the platform passes it on.
struct SpokenAct {
    enum Context {
        /// Another message, of the business or of the person.
        case quote(String, isOurs: Bool)
        case forwarded(often: Bool)
        case product(catalogue: String, retailerID: String)
    }

    var type: String
    /// All free words in it, for the ledger.
    var words = ""
    var opensWindow = true
    var context: Context?
    var referral: AdReferral?
    /// Whether the person's entry in `contacts` goes with it; not with system notes.
    var hasContact = true
    /// Writes the member named like the type.
    var content: (inout JSONWriter) -> Void = { _ in }
}
