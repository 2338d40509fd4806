import Channels
import Kernel
import Messaging

/// What people see before they write, read from what goes over the wire: one list for each language.
struct FrontReading {
    private(set) var greetings: [String] = []
    private var questions: [[String]] = []
    private var menus: [[String]] = []

    init(_ parts: [FrontPart], on channel: ChannelKind) {
        for part in parts {
            guard let value = try? JSONDocument(part.value).root else { continue }
            switch part.name {
            case "greeting": greetings = value.elements.map { $0["text"]?.string ?? "" }
            case "prompts": questions = [value.elements.compactMap(\.string)]
            case "ice_breakers": questions = Self.pages(of: value, "question")
            case "persistent_menu": menus = Self.pages(of: value, "title")
            default: break
            }
        }
    }

    /// The first questions in the language at that place.
    func questions(at place: Int) -> [String] { questions.indices.contains(place) ? questions[place] : [] }

    func menu(at place: Int) -> [String] { menus.indices.contains(place) ? menus[place] : [] }

    private static func pages(of value: JSONValue, _ name: String) -> [[String]] {
        value.elements.map { page in
            (page["call_to_actions"]?.elements).map { $0.compactMap { $0[name]?.string } } ?? []
        }
    }
}
