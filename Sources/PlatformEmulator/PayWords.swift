import Kernel

/// What the hosted page says, in the language of the session.
struct PayWords: Sendable {
    let language: LanguageTag
    let shop: String
    let order: String
    let total: String
    let pay: String
    let fail: String
    let later: String
    let slip: String
    let openFor: String
    let minutes: String
    let declined: String
    let waits: String
    let paid: String
    let paidDetail: String
    let back: String
    let alreadyPaid: String
    let alreadyPaidDetail: String
    let underWay: String
    let underWayDetail: String
    let bounced: String
    let expired: String
    let expiredDetail: String
    let unknown: String
    let unknownDetail: String
    let test: String

    /// The words for a session's locale; English where there are none.
    static func of(_ locale: String) -> PayWords {
        let wanted = LanguageTag(locale)?.base
        return all.first { $0.language.base == wanted } ?? english
    }

    static let all = [english, portuguese, spanish, german, french]
}

extension PayWords {
    static let english = PayWords(
        language: .english,
        shop: "Online shop",
        order: "Your order",
        total: "Total",
        pay: "Pay",
        fail: "Let the payment fail",
        later: "Not now",
        slip: "Pay by bank slip (takes days)",
        openFor: "This page stays open for",
        minutes: "min.",
        declined: "Your bank has declined the payment. Nothing was charged; please try again.",
        waits: "Nothing was charged. You can come back to this page while it is open.",
        paid: "Thank you, it is paid",
        paidDetail: "We are taking you back to the shop.",
        back: "Back to the shop",
        alreadyPaid: "This order is already paid",
        alreadyPaidDetail: "Nothing more will be charged. You can close this page.",
        underWay: "Your payment is on its way",
        underWayDetail: "The bank needs a few days. The shop will tell you when the money has arrived.",
        bounced: "The bank did not send the money",
        expired: "This page has expired",
        expiredDetail: "Nothing was charged. Ask the shop in the chat for a new link.",
        unknown: "There is no such page",
        unknownDetail: "Please open the link from the chat once more.",
        test: "Test page: no money moves"
    )

    static let portuguese = PayWords(
        language: .portuguese,
        shop: "Loja online",
        order: "Seu pedido",
        total: "Total",
        pay: "Pagar",
        fail: "Deixar o pagamento falhar",
        later: "Agora não",
        slip: "Pagar com boleto (leva dias)",
        openFor: "Esta página fica aberta por",
        minutes: "min.",
        declined: "Seu banco recusou o pagamento. Nada foi cobrado; tente de novo.",
        waits: "Nada foi cobrado. Você pode voltar a esta página enquanto ela estiver aberta.",
        paid: "Obrigado, está pago",
        paidDetail: "Estamos levando você de volta à loja.",
        back: "Voltar à loja",
        alreadyPaid: "Este pedido já está pago",
        alreadyPaidDetail: "Nada mais será cobrado. Você pode fechar esta página.",
        underWay: "Seu pagamento está a caminho",
        underWayDetail: "O banco precisa de alguns dias. A loja avisa quando o dinheiro chegar.",
        bounced: "O banco não enviou o dinheiro",
        expired: "Esta página expirou",
        expiredDetail: "Nada foi cobrado. Peça um novo link à loja na conversa.",
        unknown: "Esta página não existe",
        unknownDetail: "Abra de novo o link da conversa.",
        test: "Página de teste: nenhum dinheiro se move"
    )

    static let spanish = PayWords(
        language: .spanish,
        shop: "Tienda en línea",
        order: "Tu pedido",
        total: "Total",
        pay: "Pagar",
        fail: "Dejar que el pago falle",
        later: "Ahora no",
        slip: "Pagar con boleta bancaria (tarda días)",
        openFor: "Esta página sigue abierta",
        minutes: "min.",
        declined: "Tu banco rechazó el pago. No se cobró nada; inténtalo de nuevo.",
        waits: "No se cobró nada. Puedes volver a esta página mientras esté abierta.",
        paid: "Gracias, está pagado",
        paidDetail: "Te llevamos de vuelta a la tienda.",
        back: "Volver a la tienda",
        alreadyPaid: "Este pedido ya está pagado",
        alreadyPaidDetail: "No se cobrará nada más. Puedes cerrar esta página.",
        underWay: "Tu pago está en camino",
        underWayDetail: "El banco necesita unos días. La tienda te avisará cuando llegue el dinero.",
        bounced: "El banco no envió el dinero",
        expired: "Esta página ha caducado",
        expiredDetail: "No se cobró nada. Pide un enlace nuevo a la tienda en el chat.",
        unknown: "Esta página no existe",
        unknownDetail: "Abre otra vez el enlace del chat.",
        test: "Página de prueba: no se mueve dinero"
    )

    static let german = PayWords(
        language: .german,
        shop: "Onlineshop",
        order: "Deine Bestellung",
        total: "Summe",
        pay: "Bezahlen:",
        fail: "Zahlung scheitern lassen",
        later: "Jetzt nicht",
        slip: "Per Überweisungsschein zahlen (dauert Tage)",
        openFor: "Diese Seite ist noch offen:",
        minutes: "Min.",
        declined: "Deine Bank hat die Zahlung abgelehnt. Es wurde nichts abgebucht; bitte versuche es noch einmal.",
        waits: "Es wurde nichts abgebucht. Du kannst zu dieser Seite zurückkommen, solange sie offen ist.",
        paid: "Danke, es ist bezahlt",
        paidDetail: "Wir bringen dich zurück zum Shop.",
        back: "Zurück zum Shop",
        alreadyPaid: "Diese Bestellung ist schon bezahlt",
        alreadyPaidDetail: "Es wird nichts mehr abgebucht. Du kannst diese Seite schließen.",
        underWay: "Deine Zahlung ist unterwegs",
        underWayDetail: "Die Bank braucht ein paar Tage. Der Shop meldet sich, wenn das Geld da ist.",
        bounced: "Die Bank hat das Geld nicht geschickt",
        expired: "Diese Seite ist abgelaufen",
        expiredDetail: "Es wurde nichts abgebucht. Bitte den Shop im Chat um einen neuen Link.",
        unknown: "Diese Seite gibt es nicht",
        unknownDetail: "Bitte öffne den Link aus dem Chat noch einmal.",
        test: "Testseite: es fließt kein Geld"
    )

    static let french = PayWords(
        language: .french,
        shop: "Boutique en ligne",
        order: "Votre commande",
        total: "Total",
        pay: "Payer",
        fail: "Faire échouer le paiement",
        later: "Plus tard",
        slip: "Payer par virement (quelques jours)",
        openFor: "Cette page reste ouverte",
        minutes: "min.",
        declined: "Votre banque a refusé le paiement. Rien n’a été débité ; réessayez.",
        waits: "Rien n’a été débité. Vous pouvez revenir sur cette page tant qu’elle est ouverte.",
        paid: "Merci, c’est payé",
        paidDetail: "Nous vous ramenons à la boutique.",
        back: "Retour à la boutique",
        alreadyPaid: "Cette commande est déjà payée",
        alreadyPaidDetail: "Rien d’autre ne sera débité. Vous pouvez fermer cette page.",
        underWay: "Votre paiement est en route",
        underWayDetail: "La banque a besoin de quelques jours. La boutique vous préviendra à l’arrivée de l’argent.",
        bounced: "La banque n’a pas envoyé l’argent",
        expired: "Cette page a expiré",
        expiredDetail: "Rien n’a été débité. Demandez un nouveau lien à la boutique dans la conversation.",
        unknown: "Cette page n’existe pas",
        unknownDetail: "Rouvrez le lien de la conversation.",
        test: "Page de test : aucun argent ne circule"
    )
}
