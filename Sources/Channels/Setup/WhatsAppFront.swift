import Commerce
import Kernel
import Messaging

/// A front as a WhatsApp number keeps it: ice breakers that are sent as words, and commands; in one language.
///
/// `{"prompts":["Popular now"],"commands":[{"command_name":"cart","command_description":"Your cart"}]}`
/// - Source: WhatsApp, conversational components, 16 June 2026.
struct WhatsAppFront {
    private let page: ChannelFront.Page?

    init(_ front: ChannelFront) { page = front.pages.first }

    var parts: [FrontPart] {
        [
            FrontPart("prompts", "the ice breakers") { json in
                json.array { list in
                    for prompt in prompts { list.string(prompt) }
                }
            },
            FrontPart("commands", "the commands") { json in
                json.array { list in
                    for command in commands {
                        list.object { item in
                            item.field("command_name", command.name)
                            item.field("command_description", command.description)
                        }
                    }
                }
            },
        ]
    }

    private var prompts: [String] {
        let doors = page?.iceBreakers.filter { if case .payload = $0.target { true } else { false } } ?? []
        let titles = doors.map { FrontWording.fitting($0.title.withoutEmoji, SetupLimits.question) }
        return Array(titles.filter { !$0.isBlank }.uniqued().prefix(SetupLimits.iceBreakers))
    }

    private var commands: [ChannelFront.Command] {
        let fitting = (page?.commands ?? []).filter { $0.name.fits(SetupLimits.commandName) && !$0.name.isEmpty }
        return fitting.prefix(SetupLimits.commands).map { command in
            let words = command.description.withoutEmoji
            return ChannelFront.Command(
                name: command.name,
                description: FrontWording.fitting(words, SetupLimits.commandDescription)
            )
        }
    }
}

extension String {
    /// Without pictures, which ice breakers and commands of a number refuse.
    fileprivate var withoutEmoji: String {
        let kept = filter { sign in
            !sign.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
        }
        return kept.split(separator: " ").joined(separator: " ")
    }
}
