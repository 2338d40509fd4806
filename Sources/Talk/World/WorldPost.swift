import Kernel
import Platform
import Ports

/// What is on its way to the gateway: webhooks of people's acts and of partners, and commands of the merchant.
struct WorldPost {
    /// What a line of the script left to be delivered.
    enum Parcel {
        /// What the platform posts, in order; nothing where the business hears nothing.
        case webhooks([SignedPost])
        case partner([SignedPost])
        case command(ShopCommand<String>)
    }

    /// A webhook with its signature, of the platform or of a partner.
    struct SignedPost {
        let path: String
        var headers: [HTTPHeader]
        let body: [UInt8]
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
        case webhook(SignedPost)
        case partner(SignedPost)
        case command(ShopCommand<String>)

        /// Whether the platform brings it, so that it waits while the platform rests.
        var isOfPlatform: Bool {
            if case .webhook = self { true } else { false }
        }
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
        case .webhooks(let posts): for post in posts { add(.webhook(post), due: due) }
        case .partner(let posts): for post in posts { add(.partner(post), due: due) }
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

    /// Takes out what is due, in the order of its moments; what the platform brings only while it works.
    mutating func take(at now: Timestamp, platformWorks: Bool) -> [Item] {
        func isDue(_ item: Item) -> Bool { item.due <= now && (platformWorks || !item.content.isOfPlatform) }
        let due = waiting.filter(isDue).sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        waiting.removeAll(where: isDue)
        return due
    }

    /// When something arrives next that the platform brings, or that others bring.
    func nextDue(ofPlatform isOfPlatform: Bool) -> Timestamp? {
        waiting.lazy.filter { $0.content.isOfPlatform == isOfPlatform }.map(\.due).min()
    }
}

extension WorldPost.SignedPost {
    /// A webhook as the emulated platform or partner made it.
    init(_ webhook: Webhook) {
        self.init(
            path: webhook.path,
            headers: webhook.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
            body: webhook.body
        )
    }
}
