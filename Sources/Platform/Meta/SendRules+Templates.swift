import Kernel

/// Templates: cards, words with buttons, a picture with buttons, products of the catalogue, a coupon.
/// - Source: Messenger "Templates"; Instagram has the generic, button and product ones only.
extension SendRules {
    func template(_ payload: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        let kind = try payload.text("template_type", 64, at: "payload")
        var content = PhoneContent(type: "template.\(kind)")
        switch kind {
        case "generic":
            try payload.allow(["template_type", "elements", "sharable", "image_aspect_ratio"], at: "payload")
            for element in try payload.list("elements", 1...limits.elements, at: "payload") {
                content.cards.append(try card(element))
            }
        case "button":
            try payload.allow(["template_type", "text", "buttons", "sharable"], at: "payload")
            content.text = try payload.text("text", limits.buttonText, at: "payload")
            let found = try buttons(of: payload, 1...limits.buttons, at: "payload")
            content.choices = found.choices
            content.links = found.links
        case "product": content.products = try products(payload)
        case "media" where !isInstagram: try media(payload, into: &content)
        case "receipt" where !isInstagram: try receipt(payload, into: &content)
        case "coupon" where !isInstagram: try coupon(payload, into: &content)
        case "customer_information" where !isInstagram: try addressForm(payload, into: &content)
        default: throw .invalid("payload.template_type", "a template of this channel, not \"\(kind)\"")
        }
        return content
    }

    /// A card: a title and one property more at least.
    private func card(_ element: JSONValue) throws(PlatformRefusal) -> PhoneCard {
        let path = "payload.elements"
        try element.allow(["title", "subtitle", "image_url", "default_action", "buttons"], at: path)
        guard element.members.count(where: { _ in true }) > 1 else {
            throw .invalid(path, "a title and one property more")
        }
        var card = PhoneCard()
        let title = try element.text("title", limits.elementTitle, at: path)
        let subtitle = try element.optionalText("subtitle", limits.elementTitle, at: path)
        card.text = [title, subtitle].compactMap(\.self).joined(separator: "\n")
        if element["image_url"] != nil {
            card.media = PhoneMedia(kind: "image", link: try link("image_url", in: element, at: path))
        }
        if let action = try element.optionalObject("default_action", at: path) { try defaultAction(action) }
        if element["buttons"] != nil {
            let found = try buttons(of: element, 1...limits.buttons, at: path)
            card.choices = found.choices
            card.links = found.links
        }
        return card
    }

    /// Where a tap on the card itself leads: a link button without a title.
    private func defaultAction(_ action: JSONValue) throws(PlatformRefusal) {
        try action.allow(
            ["type", "url", "webview_height_ratio", "messenger_extensions", "fallback_url"],
            at: "default_action"
        )
        try action.expect("type", "web_url", at: "default_action")
        _ = try address("url", in: action, at: "default_action")
    }

    private func products(_ payload: JSONValue) throws(PlatformRefusal) -> [PhoneProduct] {
        try payload.allow(["template_type", "elements"], at: "payload")
        var products: [PhoneProduct] = []
        for element in try payload.list("elements", 1...limits.elements, at: "payload") {
            try element.allow(["id"], at: "payload.elements")
            let id = try element.text("id", 64, at: "payload.elements")
            let retailerID = configuration.retailerID(of: id)
            guard configuration.products?.contains(retailerID) ?? true else {
                throw PlatformRefusal(100, "payload.elements.id: no such product", subcode: 2_018_320)
            }
            products.append(PhoneProduct(catalogID: configuration.catalogID, retailerID: retailerID))
        }
        return products
    }
}
