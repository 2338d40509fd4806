/// What stands on buttons (20 signs at most) and as fixed rows of lists (24 at most).
struct Labels: Sendable {
    let tongue: Tongue

    // the menu
    var menu: String { tongue.says(english: "Menu", portuguese: "Menu") }
    var popular: String { tongue.says(english: "Popular now", portuguese: "Mais queridos") }
    var collections: String { tongue.says(english: "Collections", portuguese: "Coleções") }
    var myOrders: String { tongue.says(english: "My orders", portuguese: "Meus pedidos") }
    var questions: String { tongue.says(english: "Questions", portuguese: "Dúvidas") }
    var person: String { tongue.says(english: "Talk to a person", portuguese: "Falar com uma pessoa") }
    var assistant: String { tongue.says(english: "Back to assistant", portuguese: "Voltar ao assistente") }
    var again: String { tongue.says(english: "Show again", portuguese: "Mostrar de novo") }

    // waiting and reminders
    var keepWaiting: String { tongue.says(english: "Keep waiting", portuguese: "Esperar mais") }
    var noReminders: String { tongue.says(english: "No reminders", portuguese: "Sem lembretes") }
    var goOn: String { tongue.says(english: "Go on", portuguese: "Continuar") }
    var letGo: String { tongue.says(english: "Let go", portuguese: "Deixar pra lá") }
    var tellMe: String { tongue.says(english: "Tell me when back", portuguese: "Avise quando voltar") }
    var tellMeRow: String { tongue.says(english: "Tell me when it's back", portuguese: "Me avise quando voltar") }
    var news: String { tongue.says(english: "News of my parcel", portuguese: "Avisos da entrega") }

    // lists
    var choose: String { tongue.says(english: "Choose", portuguese: "Escolher") }
    var more: String { tongue.says(english: "More", portuguese: "Ver mais") }
    var toStart: String { tongue.says(english: "From the start", portuguese: "Do começo") }
    var seeList: String { tongue.says(english: "See the list", portuguese: "Ver a lista") }
    var seeSizes: String { tongue.says(english: "See sizes", portuguese: "Ver tamanhos") }
    var seeColours: String { tongue.says(english: "See colours", portuguese: "Ver cores") }

    // where to
    var fillInForm: String { tongue.says(english: "Fill in a form", portuguese: "Preencher formulário") }

    // a product
    var buy: String { tongue.says(english: "Buy", portuguese: "Comprar") }
    var chooseSize: String { tongue.says(english: "Choose size", portuguese: "Escolher tamanho") }
    var chooseColour: String { tongue.says(english: "Choose colour", portuguese: "Escolher cor") }
    var otherSizes: String { tongue.says(english: "Other sizes", portuguese: "Outros tamanhos") }
    var otherColours: String { tongue.says(english: "Other colours", portuguese: "Outras cores") }

    // a look
    var takeLook: String { tongue.says(english: "Take the whole look", portuguese: "Levar o look todo") }
    var takeRest: String { tongue.says(english: "Take what is there", portuguese: "Levar o que tem") }
    var leaveOut: String { tongue.says(english: "Leave it out", portuguese: "Deixar de fora") }

    // the cart
    var cart: String { tongue.says(english: "Your cart", portuguese: "Seu carrinho") }
    var checkOut: String { tongue.says(english: "Check out", portuguese: "Fechar pedido") }
    var keepLooking: String { tongue.says(english: "Keep looking", portuguese: "Continuar comprando") }
    var changeCart: String { tongue.says(english: "Change cart", portuguese: "Alterar carrinho") }
    var oneMore: String { tongue.says(english: "One more", portuguese: "Mais uma peça") }
    var remove: String { tongue.says(english: "Remove", portuguese: "Tirar") }
    var emptyCart: String { tongue.says(english: "Empty the cart", portuguese: "Esvaziar carrinho") }
    var backToCart: String { tongue.says(english: "Back to cart", portuguese: "Voltar ao carrinho") }
    func makeIt(_ count: Int) -> String { tongue.says(english: "Make it \(count)", portuguese: "Quero \(count)") }

    // checkout
    var pickUp: String { tongue.says(english: "Pick it up", portuguese: "Retirar na loja") }
    var orderNow: String { tongue.says(english: "Order now", portuguese: "Confirmar pedido") }
    var change: String { tongue.says(english: "Change", portuguese: "Alterar") }
    var notNow: String { tongue.says(english: "Not now", portuguese: "Agora não") }
    var otherAddress: String { tongue.says(english: "Other address", portuguese: "Outro endereço") }
    var otherDelivery: String { tongue.says(english: "Other delivery", portuguese: "Outra entrega") }
    var backToSummary: String { tongue.says(english: "Leave it as it is", portuguese: "Deixar como está") }
    var whereIsIt: String { tongue.says(english: "Where is my order?", portuguese: "Cadê meu pedido?") }

    // an order
    var payNow: String { tongue.says(english: "Pay now", portuguese: "Pagar agora") }
    var tryAgain: String { tongue.says(english: "Try again", portuguese: "Tentar de novo") }
    var payAgain: String { tongue.says(english: "Pay again", portuguese: "Refazer pagamento") }
    var payOnDelivery: String { tongue.says(english: "Pay on delivery", portuguese: "Pagar na entrega") }
    var payByLink: String { tongue.says(english: "Pay by link", portuguese: "Pagar por link") }
    var payInChat: String { tongue.says(english: "Pay here", portuguese: "Pagar aqui") }
    var payOnWebsite: String { tongue.says(english: "Pay on our website", portuguese: "Pagar no nosso site") }
    var cancelOrder: String { tongue.says(english: "Cancel the order", portuguese: "Cancelar pedido") }
    var cancelSurely: String { tongue.says(english: "Yes, cancel it", portuguese: "Sim, cancelar") }
    var keepIt: String { tongue.says(english: "Keep it as it is", portuguese: "Deixar como está") }
    var changeOrder: String { tongue.says(english: "Change the order", portuguese: "Alterar pedido") }
    var askShop: String { tongue.says(english: "Ask the shop", portuguese: "Perguntar à loja") }
    var otherSize: String { tongue.says(english: "Other size", portuguese: "Outro tamanho") }
    var oneLess: String { tongue.says(english: "One less", portuguese: "Uma peça a menos") }
    var backToOrder: String { tongue.says(english: "Back to the order", portuguese: "Voltar ao pedido") }

    // sending back
    var sendBack: String { tongue.says(english: "Send back", portuguese: "Devolver") }
    var everything: String { tongue.says(english: "Everything", portuguese: "Tudo") }
    var moneyBack: String { tongue.says(english: "Money back", portuguese: "Dinheiro de volta") }
    var tooSmall: String { tongue.says(english: "Too small", portuguese: "Ficou pequeno") }
    var tooBig: String { tongue.says(english: "Too big", portuguese: "Ficou grande") }
    var notAsExpected: String { tongue.says(english: "Not as I expected", portuguese: "Não era o esperado") }
    var faulty: String { tongue.says(english: "Damaged or wrong", portuguese: "Defeito ou trocado") }
    var noPicture: String { tongue.says(english: "No picture", portuguese: "Sem foto") }
}
