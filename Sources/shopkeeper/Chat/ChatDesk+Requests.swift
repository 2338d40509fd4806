import Commerce
import Household
import Kernel
import Messaging
import Platform
import PlatformEmulator
import Ports
import ShopFolder
import Terminal

/// What the terminal itself answers.
extension ChatDesk {
    func answer(_ request: ChatRequest) async throws -> Next {
        switch request {
        case .quit: return .leave
        case .help: console.show(screen.sheet("What you can type, beside words", ChatWords.help))
        case .status: try await status()
        case .bill: try await bill()
        case .again: return try await again()
        case .tasks: try await tasks()
        case .pay(let deed): return try await pay(deed)
        case .ship(let number): return try await ship(number)
        case .parcel(let word, let place): return try await parcel(word, place: place)
        case .shop(let request): return try await trade(request)
        case .later(let span): await moveOn(span)
        case .pickUp(let name):
            let isNew = try await pickUp(name)
            note("This is \(Phonebook.name(of: name))'s phone.")
            return isNew ? .listen(name) : .go
        case .open(let channel):
            open(channel)
            note("This is \(Phonebook.name(of: person))'s \(ChatWords.name(of: channel)).")
        }
        return .go
    }

    private func status() async throws {
        let id = try await conversation()
        let (record, tasks) = try await house.store.read { snapshot in
            (try id.flatMap(snapshot.openTurn), try snapshot.tasks(openOnly: true).filter { $0.conversation == id })
        }
        let report = StatusReport(
            of: record,
            tasks: tasks,
            underway: try await underway(),
            shop: shop.shop,
            catalogue: shop.catalogue,
            at: world.clock.now
        )
        console.show(screen.sheet(Phonebook.name(of: person), report.lines))
    }

    private func underway() async throws -> String {
        let soon = world.clock.now + .seconds(60)
        let entries = try await house.store.read { try $0.dueEntries(at: soon, limit: 100).count }
        let webhooks = world.platform.look { $0.unansweredWebhooks } + world.partners.look { $0.unansweredWebhooks }
        return entries + webhooks == 0 ? "nothing" : "\(entries) to the platform, \(webhooks) from it"
    }

    private func bill() async throws {
        guard let id = try await conversation() else { return note("Nothing was said yet, so nothing was billed.") }
        let facts = world.platform.look { platform in
            platform.ledger.compactMap { fact in if case .billed(let fact) = fact { fact } else { nil } }
        }
        let bill = ChatBill(of: id.rawValue, from: facts)
        let records = bill.records == 1 ? "1 record" : "\(bill.records) records"
        console.show(screen.sheet("This chat has cost the shop \(bill.total) so far (\(records)).", bill.lines))
    }

    private func again() async throws -> Next {
        let name = person
        do {
            try await world.platform.perform { (platform, now) throws(ActRejection) in
                try platform.again(name, at: now)
            }
        } catch let rejection as ActRejection {
            note("That can't be done: \(rejection).")
            return .go
        }
        note("The platform delivers your last message once more; nothing should happen.")
        return .await
    }

    /// Stops at each moment at which something is due, so that timers fire in their order.
    private func moveOn(_ span: Span) async {
        let goal = world.clock.now + span
        for _ in 1...1_000 {
            await settle()
            guard let next = await quiet.nextDue(), next < goal else { break }
            await quiet.move(to: next)
        }
        await quiet.move(to: goal)
        await settle()
        note("It is \(shop.shop.zone.local(world.clock.now)) now.")
    }

    /// This person's conversation; nil before the first word.
    func conversation() async throws -> ConversationID? {
        let (name, account) = (person, account)
        let (someone, ids) = world.platform.look { ($0.person(name), $0.scopedIDs(of: name, on: account)) }
        guard let someone else { return nil }
        let id = shop.shop.id
        let all = try await house.store.read { try $0.conversations(id, limit: 1_000) }.map(\.conversation)
        return all.first { conversation in
            guard conversation.account.externalID == account else { return false }
            let address = conversation.address
            if channel != .whatsApp { return address.scopedID.map(ids.contains) ?? false }
            return address.scopedID == someone.userID || address.phone?.digits == someone.phone
        }?.id
    }
}
