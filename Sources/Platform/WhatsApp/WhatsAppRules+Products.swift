import Kernel

/// Products from the catalogue: one, several, the whole catalogue, and carousels.
extension WhatsAppRules {
    func product(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        let path = "interactive.action"
        try action.allow(["catalog_id", "product_retailer_id"], at: path)
        let product = try existing(try listed(action, catalogue: try catalogueID(action, at: path), at: path), at: path)
        content.products = [product]
    }

    private func catalogueID(_ action: JSONValue, at path: String) throws(PlatformRefusal) -> String {
        let id = try action.text("catalog_id", 64, at: path)
        guard id == configuration.catalogID else {
            throw .invalid("\(path).catalog_id", "the catalogue linked to the account")
        }
        return id
    }

    private func listed(
        _ item: JSONValue,
        catalogue: String,
        section: String? = nil,
        at path: String
    ) throws(PlatformRefusal) -> PhoneProduct {
        let id = try item.text("product_retailer_id", limits.retailerID, at: path)
        return PhoneProduct(catalogID: catalogue, retailerID: id, section: section)
    }

    private func exists(_ product: PhoneProduct) -> Bool {
        configuration.products.map { $0.contains(product.retailerID) } ?? true
    }

    private func existing(_ product: PhoneProduct, at path: String) throws(PlatformRefusal) -> PhoneProduct {
        guard exists(product) else {
            throw .invalid("\(path).product_retailer_id", "a product of the catalogue, not \(product.retailerID)")
        }
        return product
    }

    func productList(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.allow(["catalog_id", "sections"], at: "interactive.action")
        let catalogue = try catalogueID(action, at: "interactive.action")
        let path = "interactive.action.sections"
        let sections = try action.list("sections", 1...limits.sections, at: "interactive.action")
        for section in sections {
            try section.allow(["title", "product_items"], at: path)
            let title = try sectionTitle(section, of: sections.count, at: path)
            for item in try section.list("product_items", 1...limits.listedProducts, at: path) {
                try item.allow(["product_retailer_id"], at: "\(path).product_items")
                content.products.append(
                    try listed(item, catalogue: catalogue, section: title, at: "\(path).product_items")
                )
            }
        }
        guard content.products.count <= limits.listedProducts else {
            throw .invalid(path, "\(limits.listedProducts) products at most over all sections")
        }
        // The phone leaves out what the catalogue does not hold; with nothing left the message is refused.
        content.products.removeAll { !exists($0) }
        guard !content.products.isEmpty else { throw .invalid(path, "at least one product of the catalogue") }
    }

    func catalogue(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        let path = "interactive.action"
        try action.allow(["name", "parameters"], at: path)
        try action.expect("name", "catalog_message", at: path)
        var thumbnail = PhoneProduct(catalogID: configuration.catalogID, retailerID: "")
        if let parameters = try action.optionalObject("parameters", at: path) {
            try parameters.allow(["thumbnail_product_retailer_id"], at: "\(path).parameters")
            thumbnail.retailerID = try parameters.text(
                "thumbnail_product_retailer_id",
                limits.retailerID,
                at: "\(path).parameters"
            )
            thumbnail = try existing(thumbnail, at: "\(path).parameters")
        }
        content.products = [thumbnail]
    }

    func carousel(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.allow(["cards"], at: "interactive.action")
        let path = "interactive.action.cards"
        let cards = try action.list("cards", limits.cards, at: "interactive.action")
        let kinds = Set(cards.map { $0["type"]?.string ?? "" })
        guard kinds.count == 1, let kind = kinds.first else { throw .invalid(path, "cards of the same kind") }
        for (index, card) in cards.enumerated() {
            guard card["card_index"]?.int == Int64(index) else {
                throw .invalid("\(path).card_index", "0, 1, 2 … in order")
            }
            content.cards.append(
                kind == "product" ? try productCard(card, at: path) : try mediaCard(card, kind, at: path)
            )
        }
        try refuseMixture(content.cards, at: path)
    }

    private func productCard(_ card: JSONValue, at path: String) throws(PlatformRefusal) -> PhoneCard {
        try card.allow(["card_index", "type", "action"], at: path)
        let action = try card.object("action", at: path)
        try action.allow(["catalog_id", "product_retailer_id"], at: "\(path).action")
        let catalogue = try catalogueID(action, at: "\(path).action")
        var shown = PhoneCard()
        shown.product = try existing(
            try listed(action, catalogue: catalogue, at: "\(path).action"),
            at: "\(path).action"
        )
        return shown
    }

    private func mediaCard(_ card: JSONValue, _ kind: String, at path: String) throws(PlatformRefusal) -> PhoneCard {
        try card.allow(["card_index", "type", "header", "body", "action"], at: path)
        var shown = PhoneContent(type: kind)
        let frame = Frame(headers: ["image", "video"])
        try header(try card.object("header", at: path), frame, into: &shown)
        var made = PhoneCard()
        made.media = shown.media
        if let body = try card.optionalObject("body", at: path) {
            made.text = try body.text("text", limits.cardBody, at: "\(path).body")
            guard made.text.count(where: \.isNewline) <= limits.cardLineBreaks else {
                throw .invalid("\(path).body.text", "\(limits.cardLineBreaks) line breaks at most")
            }
        }
        try cardButtons(try card.object("action", at: path), kind, into: &made, at: "\(path).action")
        return made
    }

    private func cardButtons(
        _ action: JSONValue,
        _ kind: String,
        into card: inout PhoneCard,
        at path: String
    ) throws(PlatformRefusal) {
        switch kind {
        case "cta_url": card.links = [try link(action, at: path)]
        case "quick_reply":
            try action.allow(["buttons"], at: path)
            for button in try action.list("buttons", 1...limits.buttons, at: path) {
                try button.allow(["type", "quick_reply"], at: "\(path).buttons")
                try button.expect("type", "quick_reply", at: "\(path).buttons")
                let reply = try button.object("quick_reply", at: "\(path).buttons")
                let id = try reply.line("id", limits.buttonID, at: "\(path).buttons.quick_reply")
                let title = try reply.line("title", limits.buttonTitle, at: "\(path).buttons.quick_reply")
                card.choices.append(PhoneChoice(.button, id: id, title: title))
            }
        default: throw .invalid("interactive.action.cards.type", "product, cta_url or quick_reply")
        }
    }

    /// All cards carry the same kind of picture and the same number of buttons.
    private func refuseMixture(_ cards: [PhoneCard], at path: String) throws(PlatformRefusal) {
        guard Set(cards.map { $0.media?.kind }).count == 1 else {
            throw .invalid("\(path).header", "the same kind on every card")
        }
        guard Set(cards.map(\.choices.count)).count == 1 else {
            throw .invalid("\(path).action.buttons", "the same number of buttons on every card")
        }
        try refuseRepeats(cards.flatMap(\.choices).map(\.id), "button ids", at: path)
    }
}
