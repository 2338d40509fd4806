import Kernel
import Messaging

/// Writes items as lines, in the order in which they stand in their body.
struct LineSink: WebhookSink {
    private(set) var lines: [String] = []
    private let file: String
    private let channel: ChannelKind

    init(file: String, channel: ChannelKind) {
        self.file = file
        self.channel = channel
    }

    /// Stands for a time that nobody named: a file says nothing of its arrival.
    static let noTime = Timestamp(milliseconds: .min)

    mutating func take(_ event: InboundEvent, of account: WebhookAccount) {
        lines.append(line(event, of: account.externalID))
    }

    mutating func take(_ status: StatusUpdate, group: String?, isStandby: Bool, of account: WebhookAccount) {
        var event = InboundEvent(
            externalID: status.madeID(in: group),
            at: status.at,
            sender: status.recipient,
            content: .status(status)
        )
        event.group = group
        event.isStandby = isStandby
        lines.append(line(event, of: account.externalID))
    }

    /// A body that is JSON but no envelope: one event that keeps it.
    func line(unreadable root: JSONValue) -> String {
        let content = root.unknown(root["object"]?.filled ?? "body")
        return line(
            InboundEvent(externalID: MadeID.of(root, kind: "unknown"), at: Self.noTime, content: content),
            of: ""
        )
    }

    /// Card numbers are taken out here as before any other writing down.
    private func line(_ event: InboundEvent, of account: String) -> String {
        let event = event.masked()
        var writer = JSONWriter(capacity: 512)
        writer.object { line in
            line.field("file", file)
            line.field("channel", channel.rawValue)
            line.nullable("account", account.isEmpty ? nil : account)
            line.nullable("address", Self.sender(of: event).primary)
            line.field("id", event.externalID)
            line.nullable("at", event.at == Self.noTime ? nil : event.at.iso8601)
            line.field("kind", event.kind)
            NormalisedContent.write(event.content, &line)
            writeRiders(event, &line)
        }
        return writer.text.withoutLineBreaks
    }

    /// Of a status, the one it went to.
    private static func sender(of event: InboundEvent) -> ShopperAddress {
        if case .status(let status) = event.content, event.sender.isEmpty { return status.recipient }
        return event.sender
    }

    /// What may ride on any kind.
    private func writeRiders(_ event: InboundEvent, _ line: inout JSONWriter) {
        line.field("phone", Self.sender(of: event).phone?.digits)
        line.field("group", event.group)
        line.field("replyTo", event.replyTo?.externalID)
        if let referral = event.referral {
            if case .referral = event.content {
                NormalisedContent.write(referral, &line)
            } else {
                line.objectField("referral") { NormalisedContent.write(referral, &$0) }
            }
        }
        line.field("story", event.story)
        if event.isForwarded { line.field("forwarded", true) }
        if event.isStandby { line.field("standby", true) }
        if event.isTest { line.field("test", true) }
        line.field("ignored", event.ignored)
    }
}

extension String {
    /// With the characters escaped at which some readers of lines break, though JSON allows them in texts.
    fileprivate var withoutLineBreaks: String {
        guard unicodeScalars.contains(where: Self.breaksLines) else { return self }
        return unicodeScalars.reduce(into: "") { line, scalar in
            if Self.breaksLines(scalar) {
                line += scalar == "\u{85}" ? "\\u0085" : scalar == "\u{2028}" ? "\\u2028" : "\\u2029"
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
    }

    private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}

extension JSONWriter {
    /// A member that is there in any case.
    mutating func nullable(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }
}
