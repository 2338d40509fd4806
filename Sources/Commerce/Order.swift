package import Kernel

/// An order's number as people say it, such as `K7QX2M`: no digits that could be taken for a card, no look-alike letters.
package struct OrderNumber: Hashable, Codable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Six signs out of 32 drawn from the low 30 bits of an entropy word.
    package init(entropy: UInt64) {
        let signs = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        text = String((0..<6).map { signs[Int((entropy >> UInt64($0 * 5)) & 31)] })
    }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }
}

/// Where a parcel goes, as the shopper said it and as it was said back.
package struct DeliveryAddress: Hashable, Codable, Sendable {
    /// One to five lines, the way a label is written.
    package let lines: [String]
    /// Degrees, where the shopper sent a location.
    package let pin: Pin?

    /// A place on the map in degrees.
    package struct Pin: Hashable, Codable, Sendable {
        package let latitude: Double
        package let longitude: Double

        package init(latitude: Double, longitude: Double) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    package init(lines: [String], pin: Pin? = nil) {
        self.lines = lines
        self.pin = pin
    }

    package var oneLine: String { lines.joined(separator: ", ") }
}

/// A way in which the shop brings its goods, or has them fetched.
package struct DeliveryOption: Hashable, Codable, Sendable {
    package let id: String
    package let title: String
    package let price: Money
    /// When it arrives, in the shop's words: `2 to 4 working days`.
    package let time: String
    /// Whether the shopper comes to the shop, so that no address is needed.
    package let isPickup: Bool
    /// The minute of the day, 0..<1440 in the shop's zone, before which an order leaves the same working day; nil where none is said.
    package let cutoff: Int?

    package init(id: String, title: String, price: Money, time: String, isPickup: Bool = false, cutoff: Int? = nil) {
        self.id = id
        self.title = title
        self.price = price
        self.time = time
        self.isPickup = isPickup
        self.cutoff = cutoff
    }
}

/// How an order is paid.
package enum PaymentWay: String, Codable, Sendable, CaseIterable {
    case payOnDelivery
}

/// A way of payment in the shop's own words.
package struct PaymentOption: Hashable, Codable, Sendable {
    package let way: PaymentWay
    /// What shoppers tap, such as `Pay on delivery`.
    package let title: String
    /// Said when an order is confirmed; nil where the shop says nothing of it.
    package let line: String?

    package init(way: PaymentWay, title: String, line: String? = nil) {
        self.way = way
        self.title = title
        self.line = line
    }
}

/// How far an order has come; it moves only along `canBecome`.
package enum OrderState: String, Codable, Sendable, CaseIterable {
    case placed, accepted, shipped, delivered, cancelled

    /// Whether the shop may move an order from here to there; a late word never moves one back.
    package func canBecome(_ next: OrderState) -> Bool {
        switch (self, next) {
        case (.placed, .accepted), (.placed, .shipped), (.placed, .delivered), (.placed, .cancelled): true
        case (.accepted, .shipped), (.accepted, .delivered), (.accepted, .cancelled): true
        case (.shipped, .delivered): true
        default: false
        }
    }
}

/// A sale that was promised: lines and prices are frozen as the shopper confirmed them.
package struct Order: Hashable, Codable, Sendable {
    package let number: OrderNumber
    package var state: OrderState
    package let placedAt: Timestamp
    package let lines: [Line]
    package let address: DeliveryAddress?
    package let delivery: DeliveryOption
    package let payment: PaymentWay
    /// Goods and delivery together.
    package let total: Money

    /// One SKU as it was sold.
    package struct Line: Hashable, Codable, Sendable {
        package let sku: SKU
        package let title: String
        package let quantity: Int
        package let price: Money

        package init(sku: SKU, title: String, quantity: Int, price: Money) {
            self.sku = sku
            self.title = title
            self.quantity = quantity
            self.price = price
        }
    }

    package init(
        number: OrderNumber,
        state: OrderState = .placed,
        placedAt: Timestamp,
        lines: [Line],
        address: DeliveryAddress?,
        delivery: DeliveryOption,
        payment: PaymentWay,
        total: Money
    ) {
        self.number = number
        self.state = state
        self.placedAt = placedAt
        self.lines = lines
        self.address = address
        self.delivery = delivery
        self.payment = payment
        self.total = total
    }
}
