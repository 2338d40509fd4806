import Commerce
import Kernel

/// What the samples of a survey speak of: the shop, its goods, and the order in view.
struct SurveyProps: Sendable {
    let shop: Shop
    let goods: SurveyGoods
    let now: Timestamp
    /// Where the shopper is.
    let country: String?
    var order: Order?

    /// The number of the order in view, else one that nobody has.
    var number: OrderNumber { order?.number ?? OrderNumber("KK22MM") }

    /// What posts show of which several pieces are sold.
    var looks: [PostTable.Look] { shop.posts.looks.filter { $0.pieces.count > 1 } }

    /// Summaries as they would be shown, one for each way of delivery.
    var reviews: [Checkout.Review] {
        shop.deliveryOptions.map { Checkout.Review(delivery: $0.id, total: 1) }
    }
}
