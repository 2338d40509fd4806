import Kernel
import Platform

/// Which account a control call means: `"account":"100200300400500"`, or `"channel":"messenger"` for the first one there.
struct AccountReading: Sendable {
    private var id: String?
    private var channel: String?

    init(_ json: JSONValue) {
        id = json["account"]?.text
        channel = json["channel"]?.string
    }

    init(query: Substring) {
        for pair in query.split(separator: "&") {
            if pair.hasPrefix("account=") { id = String(pair.dropFirst(8)) }
            if pair.hasPrefix("channel=") { channel = String(pair.dropFirst(8)) }
        }
    }

    /// Its id; nil where none was named.
    func account(on platform: EmulatedPlatform) throws(ActRejection) -> String? {
        guard id == nil, let channel else { return id }
        let found = platform.configuration.accounts.first { $0.channel.rawValue == channel }
        guard let found else { throw ActRejection("there is no account on \(channel)") }
        return found.phoneNumberID
    }
}

/// A line that somebody of the business types in the platform's own inbox:
/// `{"person":"ana","text":"I take over","channel":"messenger"}`.
struct InboxReading: Sendable {
    private var person: PersonID
    private var text: String
    private var place: AccountReading

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        person = PersonID(try json.text("person"))
        text = try json.text("text")
        place = AccountReading(json)
    }

    func play(on platform: inout EmulatedPlatform, at now: Timestamp) throws(ActRejection) {
        try platform.business(writes: text, to: person, from: try place.account(on: platform), at: now)
    }
}
