import Commerce

/// What stands on the doors that people see before they write, and the words behind a slash.
struct DoorWords: Sendable {
    let tongue: Tongue

    private var labels: Labels { Labels(tongue: tongue) }

    /// As a first question.
    func question(_ place: ShopFront.Place) -> String {
        place == .orders ? labels.whereIsIt : entry(place)
    }

    /// As an entry of the menu.
    func entry(_ place: ShopFront.Place) -> String {
        switch place {
        case .popular: labels.popular
        case .collections: labels.collections
        case .orders: labels.myOrders
        case .questions: labels.questions
        case .cart: labels.cart
        case .person: labels.person
        case .menu: labels.menu
        }
    }

    /// Small letters, as they are typed after a slash.
    func command(_ place: ShopFront.Place) -> String {
        switch place {
        case .popular: tongue.says(english: "popular", portuguese: "populares")
        case .collections: tongue.says(english: "collections", portuguese: "colecoes")
        case .orders: tongue.says(english: "orders", portuguese: "pedidos")
        case .questions: tongue.says(english: "questions", portuguese: "perguntas")
        case .cart: tongue.says(english: "cart", portuguese: "carrinho")
        case .person: tongue.says(english: "person", portuguese: "pessoa")
        case .menu: tongue.says(english: "menu", portuguese: "menu")
        }
    }
}
