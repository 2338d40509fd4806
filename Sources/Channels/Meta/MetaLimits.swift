/// How long and how many the parts of a message may be on Messenger and Instagram, in UTF-16 units.
/// - Source: Messenger Platform, Send API, templates, quick replies; Instagram messaging, send messages; 2026.
enum MetaLimits {
    static let quickReplies = 13
    /// Of quick replies and of buttons.
    static let title = 20
    static let payload = 1000
    static let buttons = 3
    static let cards = 10
    static let cardTitle = 80
    static let cardSubtitle = 80
    static let receiptRows = 100
    /// What comes back in an echo, such as our key; the page says "less than 1000".
    static let metadata = 999
}

/// What differs between writing to Messenger and writing to Instagram.
struct MetaManner: Equatable {
    /// Of a text of its own.
    let text: TextLimit
    /// Of the text above buttons.
    let buttonText: TextLimit
    /// Whether a send names its type, and an echo brings back what was put along.
    let namesType: Bool
    let hasReceipts: Bool
    /// Whether approved templates may go outside the window.
    let hasTemplates: Bool
    /// Whether any file may be sent as a document, or only a PDF.
    let takesAnyFile: Bool

    /// The page says "less than 2000" and leaves open what is counted, so 1900 are safe.
    static let messenger = MetaManner(
        text: .units(1900),
        buttonText: .units(640),
        namesType: true,
        hasReceipts: true,
        hasTemplates: true,
        takesAnyFile: true
    )

    /// 1000 bytes hold for every text; 640 bytes are never more than 640 characters.
    static let instagram = MetaManner(
        text: .bytes(1000),
        buttonText: .bytes(640),
        namesType: false,
        hasReceipts: false,
        hasTemplates: false,
        takesAnyFile: false
    )
}
