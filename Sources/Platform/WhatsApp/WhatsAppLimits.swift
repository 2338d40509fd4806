/// Lengths (UTF-16 units) and counts of what may be sent over WhatsApp, as in force since 2025-11.
///
/// The platform does not say what it counts as a character; UTF-16 units are the safe reading.
/// - Source: WhatsApp "Messages", the page of each type.
package struct WhatsAppLimits: Sendable, Hashable {
    package var textBody = 4096
    package var caption = 1024
    package var headerText = 60
    package var footer = 60
    /// Body of an interactive message: buttons, link, catalogue, location request, carousel, products, form.
    package var interactiveBody = 1024
    package var listBody = 4096
    package var buttons = 3
    package var buttonTitle = 20
    package var buttonID = 256
    package var linkLabel = 20
    package var listLabel = 20
    package var sections = 10
    /// Over all sections together.
    package var rows = 10
    package var sectionTitle = 24
    package var rowID = 200
    package var rowTitle = 24
    package var rowDetail = 72
    /// Over all sections of a product list together.
    package var listedProducts = 30
    package var cards = 2...10
    package var cardBody = 160
    package var cardLineBreaks = 2
    package var formLabel = 20
    package var contacts = 257
    package var callbackData = 512
    package var templateName = 512
    package var templateHeader = 60
    package var templateBody = 1024
    package var templateURL = 2000
    package var payload = 256
    package var orderReference = 35
    package var orderItemName = 60
    /// Longest `product_retailer_id`; not documented for sure.
    package var retailerID = 100
    /// Days a message can be reacted to or marked as read.
    package var daysToReact = 30

    /// The documented limits.
    package init() {}
}
