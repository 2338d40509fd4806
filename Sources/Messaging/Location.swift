/// A place in degrees, with the name and address that a map gave it.
package struct Location: Hashable, Codable, Sendable {
    package var latitude: Double
    package var longitude: Double
    package var name: String?
    package var address: String?

    package init(latitude: Double, longitude: Double, name: String? = nil, address: String? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }
}
