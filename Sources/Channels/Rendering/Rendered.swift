package import Messaging

/// One bubble as it goes over the wire, and as a person reads it.
package struct Rendered: Sendable, Equatable {
    /// The channel's own JSON, address and key inside.
    package var body: [UInt8]
    /// Plain text for transcripts: what is said, then the options, numbered.
    package var words: String
    /// What goes instead when the window has closed, if the plan is a template.
    package var closedBody: [UInt8]?
    /// What becomes of this bubble when the window has closed: of a template's message only the first is replaced by it,
    /// the others are dropped.
    package var plan: ClosedWindowPlan

    package init(body: [UInt8], words: String, closedBody: [UInt8]? = nil, plan: ClosedWindowPlan = .wait) {
        self.body = body
        self.words = words
        self.closedBody = closedBody
        self.plan = plan
    }
}
