import Kernel

/// Buttons of templates.
extension SendRules {
    func buttons(
        of value: JSONValue,
        _ count: ClosedRange<Int>,
        at path: String
    ) throws(PlatformRefusal) -> (choices: [PhoneChoice], links: [PhoneLink]) {
        var choices: [PhoneChoice] = []
        var links: [PhoneLink] = []
        for button in try value.list("buttons", count, at: path) {
            switch try self.button(button, at: "\(path).buttons") {
            case .choice(let choice): choices.append(choice)
            case .link(let link): links.append(link)
            }
        }
        return (choices, links)
    }

    private enum Button {
        case choice(PhoneChoice), link(PhoneLink)
    }

    /// Instagram knows links and postbacks only.
    private func button(_ button: JSONValue, at path: String) throws(PlatformRefusal) -> Button {
        let type = try button.text("type", 32, at: path)
        switch type {
        case "postback":
            try button.allow(["type", "title", "payload"], at: path)
            return .choice(
                PhoneChoice(
                    .postback,
                    id: try button.text("payload", limits.payload, at: path),
                    title: try button.line("title", limits.title, at: path)
                )
            )
        case "web_url":
            try button.allow(
                [
                    "type", "title", "url", "webview_height_ratio", "messenger_extensions", "fallback_url",
                    "webview_share_button",
                ],
                at: path
            )
            return .link(
                PhoneLink(
                    title: try button.line("title", limits.title, at: path),
                    url: try address("url", in: button, at: path)
                )
            )
        case "phone_number" where !isInstagram: return .link(try call(button, at: path))
        case "account_link" where !isInstagram:
            return .link(PhoneLink(title: "Log in", url: try address("url", in: button, at: path)))
        default: throw .invalid("\(path).type", "a button of this channel, not \"\(type)\"")
        }
    }

    private func call(_ button: JSONValue, at path: String) throws(PlatformRefusal) -> PhoneLink {
        try button.allow(["type", "title", "payload"], at: path)
        let number = try button.text("payload", 32, at: path)
        guard number.hasPrefix("+"), PhoneNumber(number) != nil else {
            throw .invalid("\(path).payload", "a phone number in E.164")
        }
        return PhoneLink(title: try button.line("title", limits.title, at: path), url: "tel:\(number)")
    }

    /// An address a person opens.
    func address(_ name: String, in value: JSONValue, at path: String) throws(PlatformRefusal) -> String {
        let address = try value.text(name, limits.address, at: path)
        let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        guard isWeb, !WhatsAppRules.host(of: address).isEmpty else {
            throw .invalid("\(path).\(name)", "a web address")
        }
        return address
    }
}
