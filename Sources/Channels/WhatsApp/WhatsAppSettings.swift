/// What a WhatsApp account may use beyond plain messages.
package struct WhatsAppSettings: Sendable, Equatable {
    /// The catalogue linked to the number; nil: products are shown as pictures with words.
    package var catalogueID: String?
    /// Whether an address is asked for with a button that sends a location.
    package var asksForLocation: Bool
    /// Whether the first link of a text is shown with a preview.
    package var previewsLinks: Bool

    package init(catalogueID: String? = nil, asksForLocation: Bool = false, previewsLinks: Bool = true) {
        self.catalogueID = catalogueID
        self.asksForLocation = asksForLocation
        self.previewsLinks = previewsLinks
    }
}
