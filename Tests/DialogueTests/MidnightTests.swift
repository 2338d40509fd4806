import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

/// What people type with one thumb at midnight, and what they mean.
enum MidnightLines {
    enum Meaning: Equatable {
        case question(String)
        case product(ProductID)
        case shelf
        case place(Place)
        case says(String)
        case silence
    }

    static let portuguese: [(String, Meaning)] = [
        ("oi", .says("Sapatos, roupas")), ("bom dia, tudo bem?", .says("Sapatos, roupas")),
        ("boa noiteee", .says("Ana")), ("oii tem alguem ai?", .says("Ana")),
        ("quanto custa o frete?", .question("delivery-time")), ("qual o prazo de entrega", .question("delivery-time")),
        ("demora quantos dias pra entregar", .question("delivery-time")), ("vcs aceitam pix?", .question("payment")),
        ("posso parcelar", .question("payment")), ("é seguro comprar ai?", .question("payment")),
        ("posso devolver se nao gostar?", .question("returns")), ("como faço pra devolver", .question("returns")),
        ("como funciona a troca?", .question("exchange")), ("da pra trocar o tamanho?", .question("exchange")),
        ("onde fica a loja de vcs?", .question("address")), ("que horas abre amanha", .question("hours")),
        ("abre domingo?", .question("hours")), ("tem sapato vegano?", .question("materials")),
        ("voces embrulham pra presente?", .question("gift-wrap")), ("entregam em portugal?", .question("abroad")),
        ("pode lavar na maquina?", .question("care")), ("qual tamanho eu uso", .question("size-guide")),
        ("emitem nota fiscal?", .question("invoice")), ("quero um tênis", .shelf), ("tem vestido?", .shelf),
        ("chinelo", .shelf), ("me mostra as camisetas", .shelf), ("sandalha", .shelf),
        ("tênis praia", .product("PRAIA")), ("tenis praia 38", .place(.variant("PRAIA-38"))),
        ("queria ver a mochila", .product("TRAPICHE")), ("vc tem bone?", .product("BOIA")),
        ("oculos de sol", .product("MIRANTE")), ("sacola de lona", .product("FEIRA")), ("biquini", .product("ILHA")),
        ("meia", .product("PASSO")), ("carrinho", .says("Seu carrinho está vazio.")),
        ("cadê meu pedido?", .says("Você ainda não tem pedidos.")),
        ("minha encomenda nao chegou", .says("Você ainda não tem pedidos.")),
        ("falar com atendente", .says("Avisei a equipe")),
        ("quero falar com uma pessoa de verdade", .says("Avisei a equipe")),
        ("cancelar", .says("Tudo bem, do começo.")), ("ajuda", .says("Escreva o que você procura")),
        ("o que vocês vendem?", .place(.collections(page: 0))), ("quero ver o catalogo", .place(.collections(page: 0))),
        ("mais vendidos", .shelf), ("o mais barato", .says("Este é o menor preço:")),
        ("qual a sandália mais barata?", .says("Este é o menor preço:")), ("quem é você?", .says("Sou o assistente")),
        ("nao quero mais receber ofertas", .says("Pronto: você não recebe mais ofertas")), ("obrigadaa", .silence),
        ("obrigada", .silence), ("blz", .silence), ("esqueci minha senha", .says("Aqui você não precisa de conta")),
        ("quero reclamar", .says("Sinto muito que algo deu errado")), ("english please", .says("In English, gladly.")),
    ]

    static let english: [(String, Meaning)] = [
        ("hii", .says("Shoes, clothes")), ("good evening", .says("Shoes, clothes")),
        ("hey how much is shiping", .question("delivery-time")),
        ("when wil it arrive if i order now", .question("delivery-time")),
        ("can i pay wth card", .question("payment")), ("is this safe??", .question("payment")),
        ("can i return it if i dont like it", .question("returns")), ("refund?", .question("returns")),
        ("can i swap for a biger size", .question("exchange")), ("wher is ur shop", .question("address")),
        ("r u open on sunday", .question("hours")), ("do u have vegan stuff", .question("materials")),
        ("can u wrap it nicely for a birthday", .question("gift-wrap")), ("do you gift wrap", .question("gift-wrap")),
        ("is gift wrapping free?", .question("gift-wrap")),
        ("do u ship to portugal", .question("abroad")),
        ("can i wash it in the machine", .question("care")), ("what size do i need", .question("size-guide")),
        ("i need an invoice", .question("invoice")), ("could you please show me the sandals", .shelf),
        ("can you show me some dresses pls", .shelf), ("sneekers", .shelf),
        ("id like to see flip flops", .product("ONDA")),
        ("do u have a backpak", .product("TRAPICHE")), ("praia low", .product("PRAIA")),
        ("paria low", .product("PRAIA")),
        ("praia low in 38", .place(.variant("PRAIA-38"))), ("canvas tote", .product("FEIRA")),
        ("sunglases", .product("MIRANTE")), ("hammok", .product("SESTA")), ("straw hat", .product("PALHA")),
        ("cart", .says("Your cart is empty.")), ("could you please show my cart", .says("Your cart is empty.")),
        ("where is my order", .says("You have no order yet.")), ("wheres my parcel", .says("You have no order yet.")),
        ("talk to a human", .says("I asked the team")), ("can i speak to someone", .says("I asked the team")),
        ("cancel", .says("All right, from the start.")), ("help", .says("Write what you are looking for")),
        ("what do you sell", .place(.collections(page: 0))),
        ("please show me everything", .place(.collections(page: 0))),
        ("best sellers", .shelf), ("the cheapest", .says("This is the cheapest:")),
        ("whats the cheapest dress", .says("This is the cheapest:")), ("are you a bot", .says("I'm the assistant")),
        ("stop", .says("Done: you will get no offers")), ("thx", .silence), ("ok", .silence),
        ("forgot my password", .says("You need no account")), ("i want to complain", .says("something went wrong")),
        ("em português", .says("Claro, em português.")),
    ]
}

@Suite("Lines typed at midnight")
struct MidnightTests {
    @Test("at least forty lines in each language are in the tables")
    func tables() {
        #expect(MidnightLines.portuguese.count >= 40)
        #expect(MidnightLines.english.count >= 40)
    }

    @Test("a Portuguese line means what was meant", arguments: MidnightLines.portuguese.indices)
    func meantInPortuguese(index: Int) throws { try check(MidnightLines.portuguese[index], in: .brazilianPortuguese) }

    @Test("an English line means what was meant", arguments: MidnightLines.english.indices)
    func meantInEnglish(index: Int) throws { try check(MidnightLines.english[index], in: .english) }

    private func check(_ line: (words: String, meaning: MidnightLines.Meaning), in language: LanguageTag) throws {
        var chat = try Chat.demo()
        chat.facts.language = language
        chat.facts.isNew = false
        chat.say(line.words)
        let text = chat.text ?? "(silence)"
        switch line.meaning {
        case .question(let id):
            let answer = chat.shop.spoken(in: language).questions.first { $0.id == id }?.answer ?? "no such question"
            #expect(text.contains(answer), "\(line.words): \(text)")
        case .product(let id): #expect(chat.machine.place == .product(id), "\(line.words): \(text)")
        case .shelf: #expect(chat.machine.place == .shelf, "\(line.words): \(text)")
        case .place(let place): #expect(chat.machine.place == place, "\(line.words): \(text)")
        case .says(let part): #expect(text.contains(part), "\(line.words): \(text)")
        case .silence: #expect(chat.text == nil, "\(line.words): \(text)")
        }
    }

    @Test(
        "a place in a list is an option of it",
        arguments: ["the second one", "o segundo", "segunda opção", "2nd please"]
    )
    func ordinals(words: String) throws {
        var chat = try Chat.demo()
        chat.say("popular now")
        chat.say(words)
        #expect(chat.machine.place == .product("LUA"))
    }
}
