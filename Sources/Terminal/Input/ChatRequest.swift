package import Kernel
package import Platform

/// What a line asks of the terminal itself.
package enum ChatRequest: Sendable, Hashable {
    case help, status, bill, again, quit
    /// Moves the clock on.
    case later(Span)
    /// Picks up another phone.
    case pickUp(PersonID)
}

/// What a line means.
package enum ChatReading: Sendable, Hashable {
    /// Nothing was typed.
    case nothing
    /// The person does something; `shown` is what stands in their own bubble.
    case act(PersonAct, shown: String)
    case request(ChatRequest)
    /// It can't be done, and why, in a sentence.
    case refused(String)
    /// The message goes on with the next line.
    case more(String)
}
