/// Where to, which way, the summary, and what can go wrong on the way.
struct CheckoutWords: Sendable {
    let tongue: Tongue

    func askAddress(hasForm: Bool, takesLocation: Bool) -> String {
        let ask =
            hasForm
            ? tongue.says(
                english: "Where shall it go? Fill in the form, or write street and number, postcode and city",
                portuguese: "Para onde enviamos? Preencha o formulário, ou escreva rua e número, CEP e cidade"
            )
            : tongue.says(
                english: "Where shall it go? Write street and number, postcode and city",
                portuguese: "Para onde enviamos? Escreva rua e número, CEP e cidade"
            )
        return ask + (takesLocation ? ", \(orSendLocation)." : ".")
    }
    func askAddressWithCart(takesLocation: Bool) -> String {
        let ask = tongue.says(
            english: "To order, write where it shall go (street and number, postcode and city)",
            portuguese: "Para fechar o pedido, escreva o endereço de entrega (rua e número, CEP e cidade)"
        )
        return ask + (takesLocation ? " \(orSendLocation)." : ".")
    }
    private var orSendLocation: String {
        tongue.says(english: "or send your location", portuguese: "ou mande sua localização")
    }
    func formLacks(_ parts: [AddressForm.Part]) -> String {
        let names = parts.compactMap(name).joined(separator: ", ")
        return tongue.says(
            english:
                "The form does not say everything yet: \(names). Please fill it in once more, or write the address here.",
            portuguese:
                "Ainda falta algo no formulário: \(names). Preencha de novo, por favor, ou escreva o endereço aqui."
        )
    }
    private func name(of part: AddressForm.Part) -> String? {
        switch part {
        case .street: tongue.says(english: "the street", portuguese: "a rua")
        case .number: tongue.says(english: "the house number", portuguese: "o número")
        case .city: tongue.says(english: "the postcode or city", portuguese: "o CEP ou a cidade")
        case .name, .extra, .district, .postcode, .state, .country: nil
        }
    }
    var remindAddress: String {
        tongue.says(english: "Now, where shall it go?", portuguese: "Agora, para onde enviamos?")
    }
    var shortAddress: String {
        tongue.says(
            english:
                "I need a little more to find you: street and number, postcode and city, such as \u{201C}12 Harbour Road, 20040 Santos\u{201D}.",
            portuguese:
                "Preciso de um pouco mais para achar você: rua e número, CEP e cidade, como \u{201C}Rua do Porto 12, 11010-000 Santos\u{201D}."
        )
    }
    func pin(_ latitude: String, _ longitude: String) -> String {
        tongue.says(
            english: "Location \(latitude), \(longitude)",
            portuguese: "Localização \(latitude), \(longitude)"
        )
    }

    func goesTo(_ address: String) -> String {
        tongue.says(english: "It goes to: \(address)", portuguese: "Vai para: \(address)")
    }
    var askDelivery: String {
        tongue.says(english: "How would you like to get it?", portuguese: "Como você quer receber?")
    }
    var remindDelivery: String {
        tongue.says(english: "Now, how would you like to get it?", portuguese: "Agora, como você quer receber?")
    }
    func option(_ title: String, price: String, time: String) -> String {
        time.isEmpty ? "\(title): \(price)" : "\(title): \(price), \(time)"
    }
    var free: String { tongue.says(english: "free", portuguese: "grátis") }
    var noDelivery: String {
        tongue.says(
            english: "The shop has no way of delivery set up at the moment. A person can help you.",
            portuguese: "A loja está sem forma de entrega no momento. Uma pessoa pode ajudar você."
        )
    }
    var deliveryGone: String {
        tongue.says(
            english: "That way of delivery is not offered any more.",
            portuguese: "Essa forma de entrega não é mais oferecida."
        )
    }

    var summary: String { tongue.says(english: "Your order:", portuguese: "Seu pedido:") }
    func total(_ price: String) -> String {
        tongue.says(
            english: "Total \(price), you pay on delivery.",
            portuguese: "Total \(price), você paga na entrega."
        )
    }
    func totalAtPickup(_ price: String) -> String {
        tongue.says(
            english: "Total \(price), you pay when you pick it up.",
            portuguese: "Total \(price), você paga na retirada."
        )
    }
    func to(_ address: String) -> String { tongue.says(english: "To: \(address)", portuguese: "Para: \(address)") }
    func pickUpAt(_ address: String) -> String {
        tongue.says(english: "Pick it up at: \(address)", portuguese: "Retirada em: \(address)")
    }
    func held(until clock: String) -> String {
        tongue.says(
            english: "Everything is held for you until \(clock).",
            portuguese: "Tudo fica reservado para você até \(clock)."
        )
    }
    func stillHeld(until clock: String) -> String {
        tongue.says(
            english: "Your order is held for you until \(clock). Shall I place it?",
            portuguese: "Seu pedido está reservado para você até \(clock). Posso confirmar?"
        )
    }
    var stillOpen: String {
        tongue.says(
            english: "Your order is not placed yet. Shall I place it?",
            portuguese: "Seu pedido ainda não foi feito. Posso confirmar?"
        )
    }
    var whatToChange: String { tongue.says(english: "What shall be different?", portuguese: "O que você quer mudar?") }
    var summaryChanged: String {
        tongue.says(
            english: "That was an earlier summary. This is how it stands now:",
            portuguese: "Esse resumo era de antes. Agora está assim:"
        )
    }
    var heldNoLonger: String {
        tongue.says(
            english: "The time was up, so I checked everything once more:",
            portuguese: "O tempo da reserva acabou, então conferi tudo de novo:"
        )
    }
    var totalChanged: String {
        tongue.says(
            english: "The total has changed, so please look once more:",
            portuguese: "O total mudou, por favor confira mais uma vez:"
        )
    }
    var left: String {
        tongue.says(
            english: "All right, nothing is ordered. Your cart is kept.",
            portuguese: "Tudo bem, nada foi pedido. Seu carrinho fica guardado."
        )
    }

    var keptAddress: String {
        tongue.says(
            english: "I keep that address for your order.",
            portuguese: "Guardei esse endereço para o seu pedido."
        )
    }
    var keptAddressWithoutCart: String {
        tongue.says(
            english: "I keep that address. Choose something first, then I can send it there.",
            portuguese: "Guardei esse endereço. Escolha algo primeiro, e eu envio para lá."
        )
    }
    var sizeFirst: String {
        tongue.says(
            english: "First choose a size; I keep that address for the order.",
            portuguese: "Primeiro escolha um tamanho; guardei o endereço para o pedido."
        )
    }
    var colourFirst: String {
        tongue.says(
            english: "First choose a colour; I keep that address for the order.",
            portuguese: "Primeiro escolha uma cor; guardei o endereço para o pedido."
        )
    }
    var buyFirst: String {
        tongue.says(
            english: "First tap \u{201C}Buy\u{201D}; I keep that address for the order.",
            portuguese: "Primeiro toque em \u{201C}Comprar\u{201D}; guardei o endereço para o pedido."
        )
    }

    func placed(_ number: String, name: String?) -> String {
        tongue.says(
            english: "Thank you\(name.map { ", \($0)" } ?? "")! Your order \(number) is placed.",
            portuguese: "Obrigado\(name.map { ", \($0)" } ?? "")! Seu pedido \(number) foi feito."
        )
    }
    var afterwards: String {
        tongue.says(english: "Ask me any time where it is.", portuguese: "Pergunte quando quiser onde ele está.")
    }
    func placedAlready(_ number: String) -> String {
        tongue.says(
            english: "Your order \(number) is placed already.",
            portuguese: "Seu pedido \(number) já foi feito."
        )
    }
}
