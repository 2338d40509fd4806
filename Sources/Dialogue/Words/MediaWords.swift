import Messaging

/// What is said to things that are not words.
struct MediaWords: Sendable {
    let tongue: Tongue

    func answer(to kind: Media.Kind) -> String {
        switch kind {
        case .voice, .audio:
            tongue.says(
                english: "I can't listen yet; type it or tap here.",
                portuguese: "Ainda não consigo ouvir áudios; escreva ou toque aqui."
            )
        case .image, .ephemeral:
            tongue.says(
                english: "I can't see pictures yet; tell me the name of what you are looking for, or tap here.",
                portuguese: "Ainda não consigo ver fotos; diga o nome do que você procura ou toque aqui."
            )
        case .video, .reel:
            tongue.says(
                english: "I can't watch videos yet; tell me in words, or tap here.",
                portuguese: "Ainda não consigo ver vídeos; conte em palavras ou toque aqui."
            )
        case .document:
            tongue.says(
                english: "I can't read files; write me the part that matters, or tap here.",
                portuguese: "Não consigo ler arquivos; escreva a parte que importa ou toque aqui."
            )
        case .post, .story:
            tongue.says(
                english: "I can't open posts yet; tell me the name of the article, or tap here.",
                portuguese: "Ainda não consigo abrir posts; diga o nome do produto ou toque aqui."
            )
        }
    }

    var sticker: String {
        tongue.says(
            english: "Nice sticker! What can I do for you?",
            portuguese: "Adorei a figurinha! Como posso ajudar?"
        )
    }
    var location: String {
        tongue.says(
            english: "Thank you. I keep this place for your next order.",
            portuguese: "Obrigado. Guardei este lugar para o seu próximo pedido."
        )
    }
    var locationWithoutCart: String {
        tongue.says(
            english: "Thank you, I know now where you are. Choose something first, then I can send it there.",
            portuguese: "Obrigado, agora sei onde você está. Escolha algo primeiro, e eu envio para lá."
        )
    }
    var contact: String {
        tongue.says(
            english: "Thank you for the contact. I can't do anything with it here; tell me what you need.",
            portuguese: "Obrigado pelo contato. Aqui não posso fazer nada com ele; me diga do que você precisa."
        )
    }
    var form: String {
        tongue.says(
            english: "Thank you, I have your answers. What would you like to do next?",
            portuguese: "Obrigado, recebi suas respostas. O que você quer fazer agora?"
        )
    }
    var call: String {
        tongue.says(
            english: "I can't take calls here; write to me, or ask for a person.",
            portuguese: "Não atendo ligações por aqui; escreva para mim ou peça para falar com uma pessoa."
        )
    }
    var unknown: String {
        tongue.says(
            english: "I can't open what you sent. Write it in words, or tap here.",
            portuguese: "Não consigo abrir o que você mandou. Escreva em palavras ou toque aqui."
        )
    }
    var emoji: String {
        tongue.says(english: "\u{1F642} What would you like to do?", portuguese: "\u{1F642} O que você quer fazer?")
    }
    var empty: String {
        tongue.says(
            english: "That message came without words. What would you like to do?",
            portuguese: "Essa mensagem chegou sem palavras. O que você quer fazer?"
        )
    }
}
