import Kernel
import Messaging

/// Texts that were sent one after another and mean one thing.
enum Gathering {
    /// The events in their order; the lines of an address that came as messages of their own are one text.
    static func gathered(_ events: [InboundEvent], place: Place) -> [InboundEvent] {
        guard events.count > 1, place.takesAddress else { return events }
        var gathered: [InboundEvent] = []
        var run: [InboundEvent] = []
        for event in events {
            if event.plainText != nil {
                run.append(event)
            } else {
                gathered += joined(run) + [event]
                run = []
            }
        }
        return gathered + joined(run)
    }

    private static func joined(_ run: [InboundEvent]) -> [InboundEvent] {
        guard run.count > 1, var last = run.last else { return run }
        let texts = run.compactMap(\.plainText)
        let hasCommand = texts.contains { CommandReader.command(TextTools.folded($0)) != nil }
        let text = texts.joined(separator: "\n")
        guard !hasCommand, !text.contains("?"), AddressReader.read(text) != nil else { return run }
        last.content = .text(text)
        return [last]
    }
}

extension InboundEvent {
    /// The words of a text message with nothing special about it.
    fileprivate var plainText: String? {
        guard case .text(let text) = content, referral == nil else { return nil }
        return text
    }
}

extension Place {
    /// Whether something was just put into the cart.
    var isBasket: Bool { if case .basket = self { true } else { false } }

    /// Whether a text may be an address here.
    var takesAddress: Bool {
        switch self {
        case .basket, .checkout, .amending(_, .givingAddress): true
        default: false
        }
    }
}
