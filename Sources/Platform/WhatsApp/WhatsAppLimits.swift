/// Lengths (UTF-16 units) and counts of what may be sent over WhatsApp, as in force since 2025-11.
///
/// The platform does not say what it counts as a character; UTF-16 units are the safe reading.
/// - Source: WhatsApp "Messages", the page of each type.
package struct WhatsAppLimits: Sendable, Hashable {
    /// Body of a text.
    package var textBody = 4096
    /// Caption of a picture, film or document.
    package var caption = 1024
    /// Header in words.
    package var headerText = 60
    /// Footer.
    package var footer = 60
    /// Body of an interactive message: buttons, link, catalogue, location request, carousel, products, form.
    package var interactiveBody = 1024
    /// Body of a list message.
    package var listBody = 4096
    /// Reply buttons of a message.
    package var buttons = 3
    /// Words on a reply button.
    package var buttonTitle = 20
    /// Id of a reply button.
    package var buttonID = 256
    /// Words on a link button.
    package var linkLabel = 20
    /// Words on the button that opens a list.
    package var listLabel = 20
    /// Sections of a list or product list.
    package var sections = 10
    /// Over all sections together.
    package var rows = 10
    /// Title of a section.
    package var sectionTitle = 24
    /// Id of a list row.
    package var rowID = 200
    /// Title of a list row.
    package var rowTitle = 24
    /// Description of a list row.
    package var rowDetail = 72
    /// Over all sections of a product list together.
    package var listedProducts = 30
    /// Cards of a carousel.
    package var cards = 2...10
    /// Words on a card.
    package var cardBody = 160
    /// Line breaks in the words on a card.
    package var cardLineBreaks = 2
    /// Words on the button that opens a form.
    package var formLabel = 20
    /// Contact cards of a message.
    package var contacts = 257
    /// `biz_opaque_callback_data`.
    package var callbackData = 512
    /// Name of a template.
    package var templateName = 512
    /// Header of a template, once filled.
    package var templateHeader = 60
    /// Body of a template, once filled.
    package var templateBody = 1024
    /// Address behind a link, once filled.
    package var templateURL = 2000
    /// Payload of a template's quick reply.
    package var payload = 256
    /// `reference_id` of a payment.
    package var orderReference = 35
    /// Name of an item in a payment.
    package var orderItemName = 60
    /// Longest `product_retailer_id`; not documented for sure.
    package var retailerID = 100
    /// Days a message can be reacted to or marked as read.
    package var daysToReact = 30

    /// The documented limits.
    package init() {}
}
