/// How long and how many the parts of a front may be, in UTF-16 units.
/// - Source: Messenger Platform, messenger profile, persistent menu, ice breakers; WhatsApp, conversational components.
enum SetupLimits {
    /// Greeting above an empty chat on Messenger.
    static let greeting = 160
    /// First questions, on every channel.
    static let iceBreakers = 4
    /// The pages of Messenger and Instagram name no length; WhatsApp's partners name this one.
    static let question = 80
    static let menuItems = 20
    static let menuTitle = 30
    static let payload = 1000
    static let commands = 30
    static let commandName = 32
    static let commandDescription = 256
    /// Entries on one page of a list that is read.
    static let pageOfList = 250
}
