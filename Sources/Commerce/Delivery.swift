package import Kernel

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
