import Channels
import Commerce
import Dialogue
import Kernel
import Messaging

/// Renders one message on one channel, has the bubbles judged, and tells what of the message did not arrive as meant.
struct MessageLint {
    let spoken: SpokenShop
    let judge: BubbleJudge

    private var texts: ShopTexts { spoken.texts }
    private var names: OfferedNames { spoken.names }

    func findings(of surveyed: SurveyedMessage, on channel: ChannelKind) -> [LintFinding] {
        let message = prepared(surveyed.message, on: channel)
        let rendered = ChannelEncoder.encode(
            message,
            on: channel,
            to: BubbleJudge.shopper(on: channel),
            isFollowed: surveyed.isFollowed,
            settings: spoken.settings
        ) { "lint:\($0)" }
        let scene = Scene(surveyed: surveyed, channel: channel)
        let verdict = judge.verdict(on: rendered.map(\.body), channel, isFollowed: surveyed.isFollowed)
        let open =
            switch verdict {
            case .refused(let refusal): [refused(refusal, message, scene)]
            case .shown(let reading): losses(of: message, reading, scene) + weaknesses(of: message, reading, scene)
            }
        return open + closedWindow(rendered, message, scene)
    }

    /// Where a finding comes from.
    struct Scene {
        let surveyed: SurveyedMessage
        let channel: ChannelKind

        func finding(_ rule: LintFinding.Rule, _ what: String, cause: ShopText?, remedy: String) -> LintFinding {
            LintFinding(
                rule,
                what,
                cause: cause,
                remedy: remedy,
                channels: [channel],
                languages: [surveyed.language],
                situation: surveyed.situation
            )
        }
    }

    /// With pictures as the gateway addresses them, and a comment that is there.
    private func prepared(_ message: OutboundMessage, on channel: ChannelKind) -> OutboundMessage {
        var message = message
        switch message.content {
        case .choices(var choices):
            choices.picture = choices.picture.map(Self.address)
            message.content = .choices(choices)
        case .cards(var cards, let lead):
            for index in cards.indices { cards[index].picture = cards[index].picture.map(Self.address) }
            message.content = .cards(cards, lead: lead)
        case .media(var attachment):
            attachment.url = Self.address(attachment.url)
            message.content = .media(attachment)
        case .privateReply(let comment, let text):
            message.content = .privateReply(comment: judge.comment(on: channel) ?? comment, text: text)
        case .text, .link, .orderDetails, .addressRequest, .receipt, .orderStatus, .template: break
        }
        return message
    }

    private static func address(_ picture: String) -> String {
        picture.contains("://") ? picture : "https://shop.example/\(picture)"
    }

    // MARK: - Refused

    private func refused(_ refusal: BubbleJudge.Refusal, _ message: OutboundMessage, _ scene: Scene) -> LintFinding {
        if let picture = message.pictures.first(where: { !$0.hasPrefix("https://") }) {
            return scene.finding(
                .refused,
                "the platform refuses messages with this picture with \(refusal.code): \(refusal.words)",
                cause: ShopText(picture == spoken.shop.cover ? .cover : .picture, picture),
                remedy: "Give its address with https://."
            )
        }
        let cause = texts.cause(in: message.spoken) ?? names.longest(in: message)
        return scene.finding(
            .refused,
            "the platform refuses the message with \(refusal.code): \(refusal.words)",
            cause: cause,
            remedy: cause.map { "Shorten \($0.kind.words); it has \($0.words.utf16.count) characters." }
                ?? "This is a fault of the assistant's own words; report it."
        )
    }

    /// A template that replaces the message once the window is closed, on the one channel where shops have them.
    private func closedWindow(_ rendered: [Rendered], _ message: OutboundMessage, _ scene: Scene) -> [LintFinding] {
        guard scene.channel == .whatsapp, case .template = message.plan else { return [] }
        let bodies = rendered.compactMap(\.closedBody)
        guard case .refused(let refusal) = judge.verdict(on: bodies, .whatsapp, isWindowOpen: false) else { return [] }
        return [refused(refusal, message, scene)]
    }

    // MARK: - Lost

    private func losses(of message: OutboundMessage, _ reading: PhoneReading, _ scene: Scene) -> [LintFinding] {
        var findings: [LintFinding] = []
        let lines = message.mustArrive(on: scene.channel)
        if let lost = lines.first(where: { !reading.shows($0) }) {
            let cause = texts.cause(in: lost)
            let remedy = "This is a fault of the assistant's rendering; report it."
            findings.append(
                scene.finding(.textLost, "words don't arrive: \(lost.quoted)", cause: cause, remedy: remedy)
            )
        }
        if let url = message.address, !reading.addresses.contains(url), !reading.words.contains(url) {
            let remedy = "This is a fault of the assistant's rendering; report it."
            findings.append(scene.finding(.textLost, "the link \(url) doesn't arrive", cause: nil, remedy: remedy))
        }
        for (index, option) in message.options.enumerated() where reading.taps[option.payload] == nil {
            let isNumbered = reading.shows("\(index + 1). \(option.label)")
            if !isNumbered { findings.append(lost(option, scene)) }
        }
        return findings
    }

    private func lost(_ option: Choices.Option, _ scene: Scene) -> LintFinding {
        scene.finding(
            .optionLost,
            "the option \(option.label.quoted) can't be chosen",
            cause: names.full(of: option),
            remedy: "This is a fault of the assistant's rendering; report it."
        )
    }

    // MARK: - Weak

    private func weaknesses(of message: OutboundMessage, _ reading: PhoneReading, _ scene: Scene) -> [LintFinding] {
        var findings: [LintFinding] = []
        let options = message.options
        if options.contains(where: { reading.taps[$0.payload] == nil }), !message.isForm(on: scene.channel) {
            let what = "\(options.count) options can only be answered by their numbers"
            let remedy = "Ten options can be tapped; offer fewer."
            findings.append(scene.finding(.numbered, what, cause: nil, remedy: remedy))
        }
        for option in options {
            guard let tap = reading.taps[option.payload] else { continue }
            findings += shortened(option, tap, scene)
        }
        if message.hasPicture, !reading.hasPicture {
            let what = "the picture is left out, since a list has no place for one"
            let remedy = "Nothing is lost but the picture; three options at most keep it."
            findings.append(scene.finding(.pictureLeftOut, what, cause: names.pictured(in: message), remedy: remedy))
        }
        if reading.texts > 1, message.isOneText {
            findings.append(split(message, into: reading.texts, scene))
        }
        return findings
    }

    private func shortened(_ option: Choices.Option, _ tap: String, _ scene: Scene) -> [LintFinding] {
        if let name = names.full(of: option), name.words != option.label {
            return [ShopTextLint.shortened(name, scene)]
        }
        guard tap.hasSuffix("…") else { return [] }
        let what = "\(option.label.quoted) is shortened to \(tap.quoted)"
        let remedy = "Buttons have 20 characters, rows of a list 24; it has \(option.label.utf16.count)."
        return [scene.finding(.shortened, what, cause: names.any(of: option), remedy: remedy)]
    }

    private func split(_ message: OutboundMessage, into count: Int, _ scene: Scene) -> LintFinding {
        let text = message.spoken
        let cause = texts.cause(in: text)
        let size = scene.channel == .instagram ? "\(text.utf8.count) bytes" : "\(text.utf16.count) characters"
        let what = "a text goes out in \(count) bubbles"
        let remedy =
            cause.map { "Shorten \($0.kind.words); it has \($0.words.utf16.count) characters." }
            ?? "The first has \(size) and is made of several texts; shorten the longest of them."
        return scene.finding(.split, what, cause: cause, remedy: remedy)
    }
}

extension String {
    /// In quotation marks; the beginning of what is long.
    var quoted: String {
        let start = utf16.count > 60 ? "\(prefix(57))…" : self
        return "\u{201C}\(start.onOneLine)\u{201D}"
    }
}
