package import Kernel
package import Messaging

/// A part of what people see before they write, as a platform keeps it.
package struct FrontPart: Sendable, Equatable {
    /// The platform's name of it, such as `persistent_menu`.
    package let name: String
    /// What is shown, in words.
    package let meaning: String
    /// Its JSON.
    package let value: [UInt8]

    init(_ name: String, _ meaning: String, _ write: (inout JSONWriter) -> Void) {
        self.name = name
        self.meaning = meaning
        var json = JSONWriter()
        write(&json)
        value = json.bytes
    }

    /// Everything a channel shows of a front, each part within the channel's lengths.
    package static func parts(of front: ChannelFront, on channel: ChannelKind) -> [FrontPart] {
        switch channel {
        case .whatsapp: WhatsAppFront(front).parts
        case .messenger: MetaFront(front, hasGreeting: true).parts
        case .instagram: MetaFront(front, hasGreeting: false).parts
        }
    }

    /// The names of parts that the platform keeps and the shop doesn't want; a number's are emptied by what is set.
    package static func superfluous(
        on channel: ChannelKind,
        beside parts: [FrontPart],
        in answer: JSONValue
    ) -> [String] {
        guard channel != .whatsapp else { return [] }
        return ["ice_breakers", "persistent_menu"].filter { name in
            SetupReading.kept(name, in: answer) != nil && !parts.contains { $0.name == name }
        }
    }

    /// Whether the platform keeps the same: whatever it adds of its own does not matter.
    package func stands(in kept: JSONValue?) -> Bool {
        guard let kept, let wanted = try? JSONDocument(value).root else { return false }
        return wanted.isHeld(by: kept)
    }
}

extension JSONValue {
    /// Whether the other has every member and item of this value, in whatever order the members stand.
    fileprivate func isHeld(by other: JSONValue) -> Bool {
        switch kind {
        case .object:
            return members.allSatisfy { key, value in other[key].map(value.isHeld) ?? false }
        case .array:
            let (mine, others) = (Array(elements), Array(other.elements))
            return mine.count == others.count && zip(mine, others).allSatisfy { $0.isHeld(by: $1) }
        default:
            return string != nil ? string == other.string : description == other.description
        }
    }
}
