import Channels
import Kernel
import Messaging
import Testing

@Suite("What people see before they write")
struct FrontPartTests {
    private static func door(_ title: String, _ payload: String = "1:m") -> ChannelFront.Door {
        ChannelFront.Door(title: title, target: .payload(payload))
    }

    private static func front(
        greeting: String = "Welcome.",
        questions: [ChannelFront.Door] = [door("Popular now", "1:f")],
        menu: [ChannelFront.Door] = [door("My orders", "1:w")],
        commands: [ChannelFront.Command] = [ChannelFront.Command(name: "cart", description: "Your cart")],
        languages: [LanguageTag] = [.english]
    ) -> ChannelFront {
        ChannelFront(
            start: "1:m",
            pages: languages.map {
                ChannelFront.Page(
                    language: $0,
                    greeting: greeting,
                    iceBreakers: questions,
                    menu: menu,
                    commands: commands
                )
            }
        )
    }

    private func json(_ front: ChannelFront, _ name: String, on channel: ChannelKind) -> String? {
        FrontPart.parts(of: front, on: channel).first { $0.name == name }.map {
            String(decoding: $0.value, as: UTF8.self)
        }
    }

    @Test("a Page has a first button, greeting, questions and menu, an Instagram account the last two")
    func parts() {
        #expect(
            FrontPart.parts(of: Self.front(), on: .messenger).map(\.name) == [
                "get_started", "greeting", "ice_breakers", "persistent_menu",
            ]
        )
        #expect(json(Self.front(), "greeting", on: .messenger) == #"[{"locale":"default","text":"Welcome."}]"#)
        #expect(
            json(Self.front(), "ice_breakers", on: .instagram)
                == #"[{"locale":"default","call_to_actions":[{"question":"Popular now","payload":"1:f"}]}]"#
        )
        #expect(
            json(Self.front(), "persistent_menu", on: .instagram)
                == #"[{"locale":"default","call_to_actions":[{"type":"postback","title":"My orders","payload":"1:w"}]}]"#
        )
        #expect(
            json(Self.front(), "persistent_menu", on: .messenger)?.contains(#""composer_input_disabled":false"#) == true
        )
        #expect(FrontPart.parts(of: Self.front(), on: .instagram).count == 2)
    }

    @Test("a number has questions as words, and commands")
    func number() {
        #expect(json(Self.front(), "prompts", on: .whatsapp) == #"["Popular now"]"#)
        #expect(
            json(Self.front(), "commands", on: .whatsapp)
                == #"[{"command_name":"cart","command_description":"Your cart"}]"#
        )
        #expect(json(Self.front(questions: [Self.door("Olá 🌊 mar")]), "prompts", on: .whatsapp) == #"["Olá mar"]"#)
        #expect(json(Self.front(questions: [Self.door("A"), Self.door("A")]), "prompts", on: .whatsapp) == #"["A"]"#)
    }

    @Test("a second language has a locale of its own, the first is the default")
    func languages() {
        let front = Self.front(languages: [.english, .brazilianPortuguese, .german])
        let text = json(front, "greeting", on: .messenger) ?? ""
        #expect(text.contains(#""locale":"default""#))
        #expect(text.contains(#""locale":"pt_BR""#))
        #expect(text.contains(#""locale":"de_DE""#))
        #expect(!text.contains("en_US"))
        #expect(json(front, "prompts", on: .whatsapp) == #"["Popular now"]"#)
    }

    @Test("what is too long ends between sentences or words, what is too much is left out from the end")
    func limits() throws {
        let sentence = String(repeating: "word ", count: 25) + "end."
        let text = json(Self.front(greeting: "\(sentence) \(sentence)"), "greeting", on: .messenger)
        #expect(text == #"[{"locale":"default","text":"\#(sentence)"}]"#)
        let doors = (1...30).map { Self.door("Door number \($0) with a very long name", "1:\($0)") }
        let front = Self.front(questions: doors, menu: doors)
        let questions = try JSONDocument(Array((json(front, "ice_breakers", on: .messenger) ?? "").utf8)).root
        #expect(questions[0]?["call_to_actions"]?.elements.map { $0 }.count == 4)
        let menu = try JSONDocument(Array((json(front, "persistent_menu", on: .instagram) ?? "").utf8)).root
        let items = menu[0]?["call_to_actions"]?.elements.map { $0 } ?? []
        #expect(items.count == 20)
        #expect(items.first?["title"]?.string == "Door number 1 with a very long")
    }

    @Test("a web page stands in menus, not among questions")
    func links() {
        let link = ChannelFront.Door(title: "Our shop", target: .link("https://a.example"))
        let front = Self.front(questions: [link], menu: [link])
        #expect(json(front, "ice_breakers", on: .messenger) == nil)
        #expect(json(front, "prompts", on: .whatsapp) == "[]")
        #expect(
            json(front, "persistent_menu", on: .messenger)?.contains(
                #"{"type":"web_url","title":"Our shop","url":"https://a.example"}"#
            ) == true
        )
    }

    @Test("the platform may add members and order them as it likes; other words, items or lacks are a difference")
    func standing() throws {
        let part = try #require(FrontPart.parts(of: Self.front(), on: .messenger).first { $0.name == "greeting" })
        func stands(_ kept: String) throws -> Bool { part.stands(in: try JSONDocument(Array(kept.utf8)).root) }
        #expect(try stands(#"[{"text":"Welcome.","locale":"default","extra":1}]"#))
        #expect(try stands(#"[{"text":"Welcome.","locale":"default"}]"#))
        #expect(try !stands(#"[{"text":"Welcome!","locale":"default"}]"#))
        #expect(try !stands(#"[{"text":"Welcome."}]"#))
        #expect(try !stands(#"[{"text":"Welcome.","locale":"default"},{"text":"Oi","locale":"pt_BR"}]"#))
        #expect(try !stands("[]"))
        #expect(!part.stands(in: nil))
    }

    @Test("what the shop doesn't want any more is named, so that it can be taken away")
    func superfluous() throws {
        let kept = try JSONDocument(Array(#"{"data":[{"persistent_menu":[],"ice_breakers":[]}]}"#.utf8)).root
        let bare = Self.front(menu: [])
        let parts = FrontPart.parts(of: bare, on: .messenger)
        #expect(FrontPart.superfluous(on: .messenger, beside: parts, in: kept) == ["persistent_menu"])
        #expect(FrontPart.superfluous(on: .whatsapp, beside: [], in: kept) == [])
    }
}
