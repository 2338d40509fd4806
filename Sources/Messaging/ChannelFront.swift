package import Kernel

/// What people see of a shop before they write: a greeting, first questions to tap, a menu, commands.
///
/// Said once for all channels; each takes what it has room for.
package struct ChannelFront: Sendable, Equatable {
    /// What the first button of a new chat sends, where there is one.
    package var start: String
    /// One for each language, the shop's first language first: it is also what people of other languages see.
    package var pages: [Page]

    package init(start: String, pages: [Page]) {
        self.start = start
        self.pages = pages
    }

    /// The front in one language.
    package struct Page: Sendable, Equatable {
        package var language: LanguageTag
        package var greeting: String
        /// The most important first.
        package var iceBreakers: [Door]
        package var menu: [Door]
        package var commands: [Command]

        package init(
            language: LanguageTag,
            greeting: String,
            iceBreakers: [Door],
            menu: [Door],
            commands: [Command] = []
        ) {
            self.language = language
            self.greeting = greeting
            self.iceBreakers = iceBreakers
            self.menu = menu
            self.commands = commands
        }
    }

    /// Something to tap.
    package struct Door: Sendable, Equatable {
        package var title: String
        package var target: Target

        package init(title: String, target: Target) {
            self.title = title
            self.target = target
        }
    }

    /// What a tap does.
    package enum Target: Sendable, Equatable {
        /// Comes back to us as our payload.
        case payload(String)
        /// Leads to a web page.
        case link(String)
    }

    /// A word behind a slash.
    package struct Command: Sendable, Equatable {
        /// Small letters, digits and underscores.
        package var name: String
        package var description: String

        package init(name: String, description: String) {
            self.name = name
            self.description = description
        }
    }
}
