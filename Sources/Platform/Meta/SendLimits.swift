/// Lengths and counts of what a Page or an Instagram account may send; lengths are UTF-16 units unless said otherwise.
/// - Source: Messenger "Send API", "Quick replies", "Templates"; Instagram "Send messages", "Generic template".
struct SendLimits: Sendable {
    /// Words of a text on Messenger.
    var text = 2_000
    /// Words of a text on Instagram, in bytes of UTF-8.
    var textBytes = 1_000
    /// `metadata` has to be shorter than 1,000.
    var metadata = 999
    var quickReplies = 13
    /// Title of a quick reply and of a button.
    var title = 20
    /// What a tap sends back.
    var payload = 1_000
    /// Pictures of one message.
    var pictures = 10
    /// Cards of a generic or product template.
    var elements = 10
    /// Title and subtitle of a card.
    var elementTitle = 80
    var buttons = 3
    /// Words of the button template.
    var buttonText = 640
    var receiptRows = 100
    var address = 2_048
    var greeting = 160
    var iceBreakers = 4
    /// Words of an ice breaker; the page names none, a phone shows so much.
    var question = 80
    var menuItems = 20
    var menuTitle = 30
    /// Days a person of the business may answer after the last word.
    var humanAgentDays = 7
    /// Days a comment may be answered privately.
    var privateReplyDays = 7
}
