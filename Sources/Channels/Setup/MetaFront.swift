import Kernel
import Messaging

/// A front as Messenger and Instagram keep it: one entry for each language, the first one also as `default`.
///
/// ```json
/// {"get_started":{"payload":"1:m"},"greeting":[{"locale":"default","text":"Welcome"}],
///  "ice_breakers":[{"locale":"default","call_to_actions":[{"question":"Popular now","payload":"1:f"}]}],
///  "persistent_menu":[{"locale":"default","composer_input_disabled":false,
///   "call_to_actions":[{"type":"postback","title":"My orders","payload":"1:w"}]}]}
/// ```
/// - Source: Messenger Platform, messenger profile; Instagram messaging, ice breakers and persistent menu.
struct MetaFront {
    private let front: ChannelFront
    /// Only Messenger has a greeting, a first button, and a menu that may close the line to write in.
    private let hasGreeting: Bool

    init(_ front: ChannelFront, hasGreeting: Bool) {
        self.front = front
        self.hasGreeting = hasGreeting
    }

    var parts: [FrontPart] {
        let start = FrontPart("get_started", "the first button") { json in
            json.object { $0.field("payload", front.start) }
        }
        let greeting = localised("greeting", "the greeting", of: \.greeting) { entry, text in
            entry.field("text", FrontWording.fitting(text, SetupLimits.greeting))
        }
        let questions = localised("ice_breakers", "the ice breakers", of: { Self.iceBreakers($0) }, Self.writeQuestions)
        let menu = localised("persistent_menu", "the menu", of: { Self.menu($0) }, writeMenu)
        return (hasGreeting ? [start, greeting] : []) + [questions, menu].filter { $0.value != Array("[]".utf8) }
    }

    private func localised<Content>(
        _ name: String,
        _ meaning: String,
        of content: (ChannelFront.Page) -> Content,
        _ write: (inout JSONWriter, Content) -> Void
    ) -> FrontPart where Content: Collection {
        FrontPart(name, meaning) { json in
            json.array { list in
                for (index, page) in front.pages.enumerated() where !content(page).isEmpty {
                    for locale in index == 0 ? ["default"] : [FrontWording.locale(page.language)] {
                        list.object { entry in
                            entry.field("locale", locale)
                            write(&entry, content(page))
                        }
                    }
                }
            }
        }
    }

    /// The first ones that the platform has room for; a question can't open a web page.
    private static func iceBreakers(_ page: ChannelFront.Page) -> [ChannelFront.Door] {
        let fitting = page.iceBreakers.filter { door in
            if case .payload(let payload) = door.target { payload.fits(SetupLimits.payload) } else { false }
        }
        return Array(fitting.prefix(SetupLimits.iceBreakers))
    }

    private static func menu(_ page: ChannelFront.Page) -> [ChannelFront.Door] {
        Array(page.menu.prefix(SetupLimits.menuItems))
    }

    private static func writeQuestions(_ entry: inout JSONWriter, _ doors: [ChannelFront.Door]) {
        entry.arrayField("call_to_actions") { list in
            for door in doors {
                guard case .payload(let payload) = door.target else { continue }
                list.object { question in
                    question.field("question", FrontWording.fitting(door.title, SetupLimits.question))
                    question.field("payload", payload)
                }
            }
        }
    }

    private func writeMenu(_ entry: inout JSONWriter, _ doors: [ChannelFront.Door]) {
        if hasGreeting { entry.field("composer_input_disabled", false) }
        entry.arrayField("call_to_actions") { list in
            for door in doors {
                list.object { item in
                    let title = FrontWording.fitting(door.title, SetupLimits.menuTitle)
                    switch door.target {
                    case .payload(let payload):
                        item.field("type", "postback")
                        item.field("title", title)
                        item.field("payload", payload)
                    case .link(let url):
                        item.field("type", "web_url")
                        item.field("title", title)
                        item.field("url", url)
                    }
                }
            }
        }
    }
}
