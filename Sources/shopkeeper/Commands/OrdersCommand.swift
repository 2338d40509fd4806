import ArgumentParser
import Commerce
import Household
import Messaging
import Ports

/// The orders of the shops, and what the merchant does with them.
struct OrdersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders",
        abstract: "See orders; accept, ship, deliver, cancel and refund them.",
        subcommands: [
            List.self, Show.self, Accept.self, Ship.self, Deliver.self, Cancel.self, Refund.self, Receive.self,
        ]
    )

    /// Which order is meant.
    struct Subject: ParsableArguments {
        @OptionGroup var source: StoreOptions

        @Argument(help: "The order's number, such as K7QX2M.")
        var number: String

        @Option(help: "The shop's id, where several shops have an order of that number.")
        var shop: String?

        func stored() async throws -> (CounterSeat, StoredOrder) {
            let seat = try await CounterSeat(source)
            return (seat, try await seat.counter.order(number, shop: seat.counter.shop(shop)))
        }

        /// Files a command for the order, and says what becomes of it.
        func file(_ command: OrderCommand) async throws {
            let (seat, stored) = try await stored()
            try await seat.file(.order(stored.shop, stored.order.number, command))
        }
    }

    /// One line for each order.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List orders, the newest first.")

        @OptionGroup var source: StoreOptions

        @Option(help: "Only those in this state: \(OrderState.allCases.map(\.rawValue).joined(separator: ", ")).")
        var state: String?

        @Option(help: "Only those of the shop with this id.")
        var shop: String?

        @Option(help: "At most so many.")
        var limit = 50

        @Flag(help: "One JSON object a line.")
        var json = false

        func run() async throws {
            let wanted = state.flatMap(OrderState.init(rawValue:))
            if let state, wanted == nil {
                let known = OrderState.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--state \(state): there is no such state. Give one of \(known).")
            }
            let seat = try await CounterSeat(source)
            let wantedShop = try seat.counter.shop(shop)
            let lines =
                json
                ? try await seat.counter.ordersJSON(wantedShop, state: wanted, limit: limit)
                : try await seat.counter.ordersList(wantedShop, state: wanted, limit: limit)
            for line in lines { print(line) }
        }
    }

    /// Everything known of one order.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one order: goods, money, parcels, history.")

        @OptionGroup var subject: Subject

        func run() async throws {
            let (seat, stored) = try await subject.stored()
            for line in try await seat.counter.orderPage(stored) { print(line) }
        }
    }

    /// The shop begins to work on it.
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Begin to work on an order; the shopper hears of it.")

        @OptionGroup var subject: Subject

        func run() async throws { try await subject.file(.accept) }
    }

    /// It is on its way.
    struct Ship: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that an order is on its way; the shopper hears of it."
        )

        @OptionGroup var subject: Subject

        @Option(help: "The number on the parcel's label; without it the shop brings the goods itself.")
        var tracking: String?

        @Option(help: "The carrier, where the number does not tell it.")
        var carrier: String?

        @Option(help: "The carrier's public page for the parcel.")
        var link: String?

        func run() async throws {
            guard let tracking else {
                guard carrier == nil, link == nil else {
                    throw ValidationError("--carrier and --link describe a parcel: give its number with --tracking.")
                }
                return try await subject.file(.ship(nil))
            }
            let (tracker, note) = try ShopCounter.tracker(number: tracking, carrier: carrier, link: link)
            try await subject.file(.ship(tracker))
            print(note)
        }
    }

    /// It has arrived.
    struct Deliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that an order has arrived; the shopper hears of it."
        )

        @OptionGroup var subject: Subject

        func run() async throws { try await subject.file(.deliver) }
    }

    /// It will not be.
    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an order back: goods return to the stock, money to the shopper, who hears why."
        )

        @OptionGroup var subject: Subject

        @Option(help: "Why, in words for the shopper.")
        var reason: String?

        func run() async throws { try await subject.file(.cancel(reason: reason)) }
    }

    /// Money goes back.
    struct Refund: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give money back; the shopper hears when it is on its way."
        )

        @OptionGroup var subject: Subject

        @Option(help: "How much, such as 10.00; all that is left where it is not said.")
        var amount: String?

        @Option(help: "Why, in words for the shopper.")
        var reason: String?

        func run() async throws {
            let (seat, stored) = try await subject.stored()
            let money = try ShopCounter.refund(amount, of: stored.order)
            try await seat.file(.order(stored.shop, stored.order.number, .refund(money, reason: reason)))
        }
    }

    /// Goods of a return are back.
    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that the goods of a return are back in the shop; money or exchange follow."
        )

        @OptionGroup var subject: Subject

        @Option(name: .customLong("return"), help: "The return's number, as the order's page shows it.")
        var number = 1

        func run() async throws {
            let (seat, stored) = try await subject.stored()
            guard stored.order.returns.contains(where: { $0.number == number && $0.state == .approved }) else {
                throw ValidationError(
                    "order \(stored.order.number): there is no approved return \(number). 'shopkeeper orders show \(stored.order.number)' lists its returns."
                )
            }
            try await seat.file(.order(stored.shop, stored.order.number, .receiveReturn(number: number)))
        }
    }
}
