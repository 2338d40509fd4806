package import Kernel

/// The platform's own inboxes, in which people of a shop answer: apps among others that may hold a conversation.
///
/// - Source: Messenger Platform and Instagram messaging, conversation routing; the first is printed in two ways.
package enum InboxApp {
    private static let ids: Set<String> = ["263902037430900", "26390203743090", "1217981644879628"]

    /// How long an app keeps a conversation after the last message.
    package static let control = Span.hours(24)

    /// Whether any of these apps is such an inbox.
    package static func isAmong(_ apps: String?...) -> Bool { apps.contains { $0.map(ids.contains) ?? false } }
}
