import Commerce
import Kernel
import Messaging
import Platform
import Ports

/// Who is who: a shopper of the script, a person of the platform, a conversation of the store.
extension StagesWorld {
    /// The platform's person for a shopper of the header.
    func person(_ shopper: ScriptHeader.Shopper) throws -> Person {
        let line = "shopper \(shopper.name)"
        do {
            _ = try ConsentTopic.all(written: shopper["consent"] ?? "")
            if let locale = shopper["locale"] { _ = try LanguageTag(written: locale) }
        } catch {
            throw casting.script.finding(line, error)
        }
        let id = PersonID(shopper.name)
        let phone = shopper["phone"] ?? usualPhone(of: shopper)
        let isOnWhatsApp = channel(of: shopper.name) == .whatsapp
        var person = Person(
            id,
            name: shopper["name"] ?? shopper.name.prefix(1).uppercased() + shopper.name.dropFirst(),
            phone: phone == "none" ? nil : phone,
            userID: (isOnWhatsApp ? shopper["id"] : nil) ?? platform.mintedUserID(for: id, country: "BR")
        )
        if !isOnWhatsApp { person.scopedID = shopper["id"] }
        return person
    }

    /// Where a shopper writes; whoever is nobody of the header writes on WhatsApp.
    func channel(of shopper: String) -> TalkChannel { casting.channel(of: shopper) ?? .whatsapp }

    /// The shop's account that a shopper writes to.
    func account(of shopper: String) -> PlatformAccount { shop(of: shopper).account(on: channel(of: shopper)) }

    /// A number of São Paulo for each place in the header.
    private func usualPhone(of shopper: ScriptHeader.Shopper) -> String {
        let place = casting.script.header.shoppers.firstIndex(of: shopper) ?? 0
        return "55119876540\(place < 9 ? "0" : "")\(place + 1)"
    }

    /// The shop that a shopper writes to; the first for whoever is nobody of the header.
    func shop(of shopper: String) -> WorldShop { shops[casting.script.header.place(ofShopOf: shopper)] }

    /// The first shop that sells something; what nobody sells is refused.
    func shop(selling sku: String) throws(WorldTrouble) -> WorldShop { shops[try placeOfShop(selling: sku)] }

    func placeOfShop(selling sku: String) throws(WorldTrouble) -> Int {
        if let place = shops.firstIndex(where: { $0.goods.catalogue[SKU(sku)] != nil }) { return place }
        _ = try shops[0].goods.known(sku)
        return 0
    }

    /// The conversation of a shopper; nil before the first word.
    func conversation(of shopper: String) async throws -> ConversationRecord? {
        guard let person = platform.person(PersonID(shopper)) else { return nil }
        let id = shop(of: shopper).id
        let account = account(of: shopper).phoneNumberID
        let scoped = platform.scopedIDs(of: person.id, on: account)
        let all = try await store.read { try $0.conversations(id, limit: 1000) }.map(\.conversation)
        return all.first { $0.account.externalID == account && $0.address.isOf(person, scoped) }
    }

    /// The shopper whom a conversation is with.
    func shopper(of conversation: ConversationID) async throws -> String? {
        let all = try await store.read { try $0.conversations(nil, limit: 1000) }
        guard let record = all.map(\.conversation).first(where: { $0.id == conversation }) else { return nil }
        let account = record.account.externalID
        return platform.people.first { person in
            record.address.isOf(person, platform.scopedIDs(of: person.id, on: account))
        }?.id.rawValue
    }
}

extension ShopperAddress {
    /// Whether this names a person of the platform, whom a Page or an Instagram account knows by these ids.
    fileprivate func isOf(_ person: Person, _ scoped: [String]) -> Bool {
        if let scopedID, scopedID == person.userID || scoped.contains(scopedID) { return true }
        guard let phone, let other = person.phone.flatMap({ PhoneNumber($0) }) else { return false }
        return phone.canonical == other.canonical
    }
}
