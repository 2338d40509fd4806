import Messaging

/// What is said to things that are not words.
struct MediaWords: Sendable {
    let tongue: Tongue

    func answer(to kind: Media.Kind) -> String {
        switch kind {
        case .voice, .audio: tongue.says(english: "I can't listen yet; type it or tap here.")
        case .image, .ephemeral:
            tongue.says(
                english: "I can't see pictures yet; tell me the name of what you are looking for, or tap here."
            )
        case .video, .reel: tongue.says(english: "I can't watch videos yet; tell me in words, or tap here.")
        case .document: tongue.says(english: "I can't read files; write me the part that matters, or tap here.")
        case .post, .story:
            tongue.says(english: "I can't open posts yet; tell me the name of the article, or tap here.")
        }
    }

    var sticker: String { tongue.says(english: "Nice sticker! What can I do for you?") }
    var location: String { tongue.says(english: "Thank you. I keep this place for your next order.") }
    var locationWithoutCart: String {
        tongue.says(english: "Thank you, I know now where you are. Choose something first, then I can send it there.")
    }
    var contact: String {
        tongue.says(english: "Thank you for the contact. I can't do anything with it here; tell me what you need.")
    }
    var form: String { tongue.says(english: "Thank you, I have your answers. What would you like to do next?") }
    var call: String { tongue.says(english: "I can't take calls here; write to me, or ask for a person.") }
    var unknown: String { tongue.says(english: "I can't open what you sent. Write it in words, or tap here.") }
    var emoji: String { tongue.says(english: "\u{1F642} What would you like to do?") }
    var empty: String { tongue.says(english: "That message came without words. What would you like to do?") }
}
