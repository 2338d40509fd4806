import Commerce
import Kernel
import Messaging

/// One bubble within WhatsApp's limits: what the rules of rendering chose, before it is written.
enum WhatsAppBubble: Equatable {
    case text(String)
    case media(Media.Kind, url: String, caption: String?, fileName: String?)
    case buttons(Body, picture: String?, [Button])
    case list(Body, label: String, [Section])
    case link(text: String, label: String, url: String)
    case locationRequest(String)
    case form(String, FormOffer)
    case product(text: String, catalogue: String, sku: String)
    case carousel(text: String, catalogue: String, skus: [String])
    case orderDetails(OrderDetails)
    case orderStatus(String, ChatOrderUpdate)
    case template(TemplateMessage)

    /// The words of an interactive message and its small print.
    struct Body: Equatable {
        var text: String
        var footer: String?
    }

    /// A reply button.
    struct Button: Equatable {
        var id: String
        var title: String
    }

    /// Rows under a title; the only section may go without.
    struct Section: Equatable {
        var title: String?
        var rows: [Row]
    }

    /// One row of a list.
    struct Row: Equatable {
        var id: String
        var title: String
        var detail: String?
    }
}

/// A bubble with the plain words of it.
struct PlannedBubble: Equatable {
    var bubble: WhatsAppBubble
    var words: String
}
