import Commerce
import Household
import Kernel
import Platform
import PlatformEmulator
import ShopFolder
import Terminal

/// The person's side of a chat: what is typed becomes what people do, what reaches the phone is shown.
actor ChatDesk {
    let world: ChatWorld
    let house: House
    let console: ChatConsole
    private(set) var person: PersonID
    /// The app that is open on the phone.
    private(set) var channel: PlatformChannel
    private let shelf: ShelfPrices
    private var seen: [Chat: Int] = [:]
    /// Bubbles that came since the person's last act.
    private var fresh = 0
    /// Lines of a message that goes on.
    private var begun = ""
    /// Acts whose answers are awaited.
    private var awaited = 0

    /// One person's chat in one app.
    private struct Chat: Hashable {
        let person: PersonID
        let account: String
    }

    /// What is to be done after a line.
    enum Next: Sendable, Equatable {
        case go, leave
        /// Something was said: what follows from it is under way.
        case await
        /// Another phone is to be listened to.
        case listen(PersonID)
    }

    init(_ world: ChatWorld, house: House, console: ChatConsole, person: PersonID, channel: PlatformChannel) {
        self.channel = channel
        self.world = world
        self.house = house
        self.console = console
        self.person = person
        shelf = ShelfPrices(house.onlyShop, at: world.clock.now)
    }

    /// The shop as its files were last read.
    var shop: LoadedShop { house.onlyShop }

    var quiet: QuietWatch { QuietWatch(world, house: house) }

    var screen: ChatScreen {
        ChatScreen(
            width: console.columns,
            isColoured: console.isColoured,
            zone: console.isInteractive ? shop.shop.zone : nil,
            shop: channel == .whatsApp ? shop.shop.name : "\(shop.shop.name) on \(ChatWords.name(of: channel))"
        )
    }

    /// The shop's account that the open app talks with.
    var account: String {
        let channel = channel
        return world.platform.look { platform in
            platform.configuration.accounts.first { $0.channel == channel }?.phoneNumberID ?? ""
        }
    }

    /// The bubbles of the shop in the open app.
    var phone: [PhoneMessage] {
        let (person, account) = (person, account)
        return world.platform.look { $0.phone(of: person, account: account) }
    }

    /// Takes a typed line.
    func take(_ line: String) async throws -> Next {
        let reading = LineReader(phone: phone, fresh: fresh, shelf: shelf).read(begun + line)
        begun = ""
        switch reading {
        case .nothing: return .go
        case .more(let words):
            begun = words
            note("\(person)> \(line)")
            return .go
        case .refused(let words): note("\(person)> \(line)\n\(words)")
        case .request(let request):
            note("\(person)> \(line)")
            return try await answer(request)
        case .act(let act, let shown): return try await play(act, shown: shown)
        }
        return .go
    }

    /// The first screen.
    func welcome() {
        let words = ChatWords.welcome(shop: shop.shop.name, person: Phonebook.name(of: person))
        console.show(screen.note(words, .plain) + [""])
    }

    /// A remark of the terminal's own.
    func note(_ words: String) {
        console.show(screen.note(words))
    }

    /// Shows the bubbles of this phone that have not been shown yet.
    func showNew() {
        let phone = phone
        let chat = Chat(person: person, account: account)
        let new = phone.dropFirst(seen[chat] ?? 0)
        guard !new.isEmpty else { return }
        seen[chat] = phone.count
        fresh += new.count
        console.show(new.flatMap(screen.bubble))
        for url in new.flatMap({ $0.content.links.map(\.url) }) where isPaymentPage(url) {
            note("Open the page in a browser, or type /pay:")
            // In one piece, so that it can be clicked and copied.
            console.show(["  \(url)"])
        }
        if new.contains(where: { $0.content.order?.request != nil && $0.content.links.isEmpty }) {
            note("Type /pay to pay it here in the chat, or /pay fail and see what is said then.")
        }
    }

    private func isPaymentPage(_ url: String) -> Bool {
        world.partners.look { $0.payments.session(at: url) != nil }
    }

    /// Something reached a phone.
    func heard(_ event: PhoneEvent, on phone: PersonID) {
        switch event {
        case .bubble(let message):
            if phone == person, message.account == account { return showNew() }
            let owner = Phonebook.name(of: phone)
            let known = world.platform.look { $0.configuration.accounts }.first { $0.phoneNumberID == message.account }
            guard let app = known?.channel, app != channel else {
                return note("\(owner) has a new message: /as \(phone)")
            }
            let way = (phone == person ? "" : "/as \(phone), then ") + "/channel \(app.rawValue)"
            note("\(owner) has a new message on \(ChatWords.name(of: app)): \(way)")
        case .typing where phone == person && awaited > 0: console.hint(screen.typing)
        case .typing, .read: break
        }
    }

    /// Returns when all that follows from what was said has been shown.
    func settle() async {
        awaited += 1
        if awaited == 1 { console.hint(InkedText("…", .faint)) }
        await quiet.untilQuiet()
        showNew()
        awaited -= 1
        if awaited == 0 { console.hint(nil) }
    }

    /// Picks up a phone; nobody had it before when the answer is true.
    func pickUp(_ name: PersonID) async throws -> Bool {
        let isNew = world.platform.look { $0.person(name) == nil }
        if isNew {
            let country = shop.shop.country
            try await world.platform.perform { (platform, now) throws(Never) in
                platform.join(Phonebook.person(name, from: country, on: platform), at: now)
            }
        }
        person = name
        fresh = 0
        showPrompt()
        showNew()
        return isNew
    }

    /// Opens another app on this phone.
    func open(_ channel: PlatformChannel) {
        self.channel = channel
        fresh = 0
        showPrompt()
        showNew()
    }

    private func showPrompt() {
        console.prompt(screen.prompt(of: channel == .whatsApp ? person.rawValue : "\(person)@\(channel.rawValue)"))
    }

    private func play(_ act: PersonAct, shown: String) async throws -> Next {
        let (name, account) = (person, account)
        do {
            try await world.platform.perform { (platform, now) throws(ActRejection) in
                _ = try platform.person(name, does: act, with: account, at: now)
            }
        } catch let rejection as ActRejection {
            note("That can't be done: \(rejection).")
            return .go
        }
        fresh = 0
        console.show(screen.own(shown, by: Phonebook.name(of: name), at: world.clock.now))
        return .await
    }
}

extension ShelfPrices {
    /// The prices of a shop as they are now.
    fileprivate init(_ shop: LoadedShop, at now: Timestamp) {
        var prices: [String: String] = [:]
        for variant in shop.catalogue.products.flatMap(\.variants) {
            prices[variant.sku.text] = variant.price(at: now).decimal
        }
        self.init(currency: shop.shop.currency.code, prices: prices)
    }
}
