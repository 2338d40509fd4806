import Kernel
import Messaging

/// A message of the type `system`: a person is known by another number or id from now on.
///
/// ```json
/// {"type":"system","system":{"type":"user_changed_number","body":"…","wa_id":"491713920099","user_id":"DE.880017723301"}}
/// ```
/// What the person was known by stands beside it, inside of it, or in its words alone: `User changed from DE.77 to DE.88`.
/// - Source: WhatsApp Cloud API, webhooks reference, system messages; business-scoped user ids.
enum WhatsAppIdentity {
    /// Nil if nothing is told.
    static func content(of item: WhatsAppItem) -> InboundEvent.Content? {
        guard let system = item["system"], system.kind == .object else { return nil }
        let number = system["wa_id"]?.filled ?? system["new_wa_id"]?.filled
        let userID = system["user_id"]?.filled
        let known = item.from?.filled
        // Where neither number is told, it is the id that changed.
        if system["type"]?.holds("user_changed_user_id") == true || (known == nil && userID != nil) {
            let previous = system["previous_user_id"]?.filled ?? item.userID?.filled
            return .identityChange(from: previous ?? told(by: system)?.from ?? known, to: userID ?? number)
        }
        if let known = known ?? item.userID?.filled ?? system["customer"]?.filled {
            return .identityChange(from: known, to: number ?? userID)
        }
        let told = told(by: system)
        return .identityChange(from: told?.from, to: number ?? userID ?? told?.to)
    }

    /// A person's address with the number or id that was theirs, where the message names none beside it.
    static func completed(_ address: ShopperAddress, by known: String) -> ShopperAddress {
        var address = address
        if let phone = PhoneNumber(known) {
            address.phone = address.phone ?? phone
        } else {
            address.scopedID = address.scopedID ?? known
        }
        return address
    }

    /// The two names in the words of a change, if they look like numbers or ids: the last `from … to …`.
    private static func told(by system: JSONValue) -> (from: String, to: String)? {
        guard let words = system["body"]?.string?.split(separator: " ") else { return nil }
        let places = words.indices.dropLast(3).filter { words[$0] == "from" && words[$0 + 2] == "to" }
        guard let place = places.last else { return nil }
        let (from, to) = (name(words[place + 1]), name(words[place + 3]))
        return from.contains(where: \.isNumber) && to.contains(where: \.isNumber) ? (from, to) : nil
    }

    /// Without the full stop or comma of the sentence.
    private static func name(_ word: Substring) -> String {
        String(word.last?.isPunctuation == true ? word.dropLast() : word)
    }
}
