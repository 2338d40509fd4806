/// How long and how many the parts of a message may be, in UTF-16 units.
/// - Source: WhatsApp Cloud API, messages reference, as read in September 2026.
enum WhatsAppLimits {
    static let text = 4096
    static let caption = 1024
    /// Body of buttons, of a link and of a request for a location.
    static let body = 1024
    static let listBody = 4096
    static let footer = 60
    static let buttons = 3
    static let buttonTitle = 20
    static let buttonID = 256
    static let linkLabel = 20
    static let formLabel = 20
    static let formToken = 200
    static let listLabel = 20
    static let rows = 10
    static let rowTitle = 24
    static let rowDetail = 72
    static let rowID = 200
    static let sectionTitle = 24
    static let carouselCards = 10
    /// Of a payment request: its name, its goods' names and ids, and the words at its end.
    static let orderReference = 35
    static let orderItemName = 60
    static let retailerID = 100
    static let lapseWords = 120
    /// Parts of one unit of the currency in which amounts are written.
    static let amountOffset: Int64 = 100
}
