package import Kernel
package import Platform

/// What a line asks of the terminal itself.
package enum ChatRequest: Sendable, Hashable {
    case help, status, bill, again, quit, tasks
    /// Does something on the newest payment page of this phone.
    case pay(PageDeed)
    /// Sends the newest order, with this number or a new one.
    case ship(tracking: String?)
    /// The carrier says where the newest parcel is, in EasyPost's word.
    case parcel(String, place: String?)
    /// The merchant does something.
    case shop(ShopRequest)
    /// Moves the clock on.
    case later(Span)
    /// Picks up another phone.
    case pickUp(PersonID)
    /// Opens another of the person's apps.
    case open(PlatformChannel)
}

/// What the merchant does, with the newest order of this phone where it is about one.
package enum ShopRequest: Sendable, Hashable {
    case accept, deliver, take, release
    case cancel(reason: String?)
    /// So much in major units, or all that is left.
    case refund(amount: String?)
    /// A return is allowed or not.
    case decideReturn(number: Int, isApproved: Bool)
    /// The goods of a return are back.
    case receiveReturn(number: Int)
    case say(String)
    /// A task is decided.
    case settle(task: Int64, TaskAnswer, words: String?)
}

/// What is decided of a task.
package enum TaskAnswer: String, Sendable, Hashable, CaseIterable {
    case approve, refuse, done
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
