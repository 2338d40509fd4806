import Commerce
import Kernel
import Messaging

/// What is on its way to the gateway: webhooks of people's acts, and commands of the merchant.
struct WorldPost {
    /// What a line of the script left to be delivered.
    enum Parcel {
        /// Bodies to be signed and posted, in order; none where the business hears nothing.
        case webhooks([[UInt8]])
        case command(MerchantCommand)
    }

    /// One thing to be handed over at its moment.
    struct Item {
        let due: Timestamp
        let number: Int
        let content: Content
        /// How often it was handed over in vain.
        var attempts = 0
    }

    /// What is handed over.
    enum Content {
        case webhook([UInt8])
        case command(MerchantCommand)
    }

    /// Parcels by the number of their delivery.
    private(set) var parcels: [Int: Parcel] = [:]
    private var waiting: [Item] = []
    private var lastNumber = 0

    /// Keeps a parcel that nobody has sent yet, and returns its number.
    mutating func keep(_ parcel: Parcel) -> Int {
        lastNumber += 1
        parcels[lastNumber] = parcel
        return lastNumber
    }

    /// Sends a parcel so that it arrives then.
    mutating func send(_ id: Int, arriving due: Timestamp) {
        switch parcels[id] {
        case .webhooks(let bodies): for body in bodies { add(.webhook(body), due: due) }
        case .command(let command): add(.command(command), due: due)
        case nil: break
        }
    }

    private mutating func add(_ content: Content, due: Timestamp) {
        lastNumber += 1
        waiting.append(Item(due: due, number: lastNumber, content: content))
    }

    /// What was not answered with 200 comes again: at once, then after 1, 2, 4 … s.
    mutating func again(_ item: Item, at now: Timestamp) {
        let pause = item.attempts == 0 ? Span.zero : Span.seconds(1 << Int64(min(item.attempts - 1, 6)))
        waiting.append(
            Item(due: now + pause, number: item.number, content: item.content, attempts: item.attempts + 1)
        )
    }

    /// Takes out what is due, in the order of its moments.
    mutating func take(at now: Timestamp) -> [Item] {
        let due = waiting.filter { $0.due <= now }.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        waiting.removeAll { $0.due <= now }
        return due
    }

    /// When something arrives next.
    var nextDue: Timestamp? { waiting.map(\.due).min() }
}

/// What the merchant tells the gateway.
enum MerchantCommand {
    case stock([SKU: Int])
    case price([Field<String>])
    case ship(OrderNumber)
    case release(ConversationID)
}
