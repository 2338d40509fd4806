import Commerce
import Kernel
package import Messaging

extension DialogueMachine {
    /// Whether an event is whole, so that nothing more need be waited for before it is answered.
    ///
    /// Taps, carts and commands are, a first hello, an evident address where one was asked, and a number or a word where
    /// something is on offer; other texts may be the first of several.
    package static func answersFully(_ event: InboundEvent, machine: DialogueMachine) -> Bool {
        switch event.content {
        case .text(let text): answersFully(text, machine: machine)
        case .media(let media): media.caption != nil
        case .edit(_, let text?): answersFully(text, machine: machine)
        default: true
        }
    }

    private static func answersFully(_ text: String, machine: DialogueMachine) -> Bool {
        let folded = TextTools.folded(text)
        if CommandReader.command(folded) != nil || CommandReader.isWordless(text) { return true }
        if machine.place.takesAddress, let address = AddressReader.read(text) {
            return address.lines.count > 1 || text.contains(",") || text.utf16.count > 25
        }
        if folded.isNumber { return machine.place != .checkout(.askingAddress) }
        return CommandReader.tracksOrder(WordStem.words(text)) || CommandReader.asksForPerson(WordStem.words(text))
    }
}
