package import Commerce
import Kernel
package import Messaging
import Platform

/// The platforms' own rules as a judge of bubbles: each is posted to a fresh emulated platform, and read from the phone.
///
/// The emulated platform shares no limit and no shape with what renders messages, so a rule that was misread there is caught.
package struct BubbleJudge: Sendable {
    /// Why a bubble is turned down.
    package struct Refusal: Sendable, Equatable {
        package let code: Int
        package let words: String
    }

    /// What becomes of a message's bubbles.
    package enum Verdict: Sendable, Equatable {
        case shown(PhoneReading)
        case refused(Refusal)
    }

    private let open: EmulatedPlatform
    /// The same, after everybody's window has closed.
    private let closed: EmulatedPlatform
    private let commentIDs: [ChannelKind: String]

    private static let person: PersonID = "shopper"
    private static let now = Timestamp(seconds: 1_791_201_600)
    private static let later = now + .hours(25)

    /// A platform that knows the shop's templates, all of them approved.
    package init(templates: [NewsTemplate] = []) {
        var configuration = PlatformConfiguration.demoOfAllChannels
        configuration.reports = .manual
        configuration.templates = templates.map {
            PlatformTemplate(
                name: $0.name,
                language: $0.language.underscored,
                category: $0.category == .marketing ? .marketing : .utility,
                body: $0.body
            )
        }
        var platform = EmulatedPlatform(configuration)
        var person = Person(Self.person, name: "Ana Souza", phone: Self.phone, userID: "BR.5511")
        person.scopedID = Self.scopedID
        platform.join(person, at: Self.now)
        var comments: [ChannelKind: String] = [:]
        for channel in ChannelKind.allCases {
            let account = Self.account(on: channel)
            // Nobody refuses a first word; were it refused, every bubble would be a finding.
            _ = try? platform.person(Self.person, does: .text("hello"), with: account, at: Self.now)
            if channel != .whatsapp {
                let act = PersonAct.comment("how much?", on: .post("P1"))
                comments[channel] = try? platform.person(Self.person, does: act, with: account, at: Self.now)
            }
        }
        platform.forgetLedger()
        open = platform
        commentIDs = comments
        platform.advance(to: Self.later)
        closed = platform
    }

    /// Whom bubbles must be addressed to.
    package static func shopper(on channel: ChannelKind) -> ShopperAddress {
        channel == .whatsapp ? ShopperAddress(phone: PhoneNumber("+\(phone)")) : ShopperAddress(scopedID: scopedID)
    }

    /// A comment of the shopper's that may be answered.
    package func comment(on channel: ChannelKind) -> String? { commentIDs[channel] }

    /// Posts the bubbles of one message, in their order.
    ///
    /// - Parameters:
    ///   - bodies: As they go over the wire.
    ///   - channel: Where.
    ///   - isFollowed: Whether another message goes out behind them, with which some things to tap leave the phone.
    ///   - isWindowOpen: Whether the shopper wrote within the last day.
    /// - Returns: The first refusal, else what the phone shows.
    package func verdict(
        on bodies: [[UInt8]],
        _ channel: ChannelKind,
        isFollowed: Bool = false,
        isWindowOpen: Bool = true
    ) -> Verdict {
        var platform = isWindowOpen ? open : closed
        let now = isWindowOpen ? Self.now : Self.later
        let before = platform.phone(of: Self.person, account: Self.account(on: channel)).count
        for body in bodies {
            if let refusal = Self.post(body, on: channel, to: &platform, at: now) { return .refused(refusal) }
        }
        if isFollowed { _ = Self.post(Self.further(on: channel), on: channel, to: &platform, at: now) }
        let shown = platform.phone(of: Self.person, account: Self.account(on: channel))
        return .shown(PhoneReading(shown.dropFirst(before).prefix(bodies.count)))
    }

    /// Sets what people see before they write.
    ///
    /// - Parameters:
    ///   - body: A whole profile as it goes over the wire.
    ///   - channel: Where.
    /// - Returns: Why it is turned down; nil where it is taken.
    package func refusal(ofFront body: [UInt8], on channel: ChannelKind) -> Refusal? {
        var platform = open
        let edge = channel == .whatsapp ? "conversational_automation" : "messenger_profile"
        return Self.post(body, to: edge, on: channel, &platform, at: Self.now)
    }

    private static func post(
        _ body: [UInt8],
        on channel: ChannelKind,
        to platform: inout EmulatedPlatform,
        at now: Timestamp
    ) -> Refusal? {
        post(body, to: "messages", on: channel, &platform, at: now)
    }

    private static func post(
        _ body: [UInt8],
        to edge: String,
        on channel: ChannelKind,
        _ platform: inout EmulatedPlatform,
        at now: Timestamp
    ) -> Refusal? {
        let call = PlatformCall(
            method: "POST",
            target: "/v26.0/\(account(on: channel))/\(edge)",
            headers: [
                PlatformHeader("content-type", "application/json"),
                PlatformHeader("authorization", "Bearer \(PlatformConfiguration.demo.accessToken)"),
            ],
            body: body
        )
        guard let answer = platform.answer(call, at: now).answer, answer.status >= 300 else { return nil }
        let error = (try? JSONDocument(answer.body).root)?["error"]
        let details = error?["error_data"]?["details"]?.string ?? error?["message"]?.string ?? answer.text
        return Refusal(code: Int(clamping: error?["code"]?.int ?? 0), words: details)
    }

    private static func further(on channel: ChannelKind) -> [UInt8] {
        let text =
            switch channel {
            case .whatsapp: #"{"messaging_product":"whatsapp","to":"+\#(phone)","type":"text","text":{"body":"…"}}"#
            case .messenger:
                #"{"recipient":{"id":"\#(scopedID)"},"messaging_type":"RESPONSE","message":{"text":"…"}}"#
            case .instagram: #"{"recipient":{"id":"\#(scopedID)"},"message":{"text":"…"}}"#
            }
        return Array(text.utf8)
    }

    private static let phone = "5511987654321"
    private static let scopedID = "7007007007"

    static func account(on channel: ChannelKind) -> String {
        let wanted: PlatformChannel =
            switch channel {
            case .whatsapp: .whatsApp
            case .messenger: .messenger
            case .instagram: .instagram
            }
        return PlatformConfiguration.demoOfAllChannels.accounts.first { $0.channel == wanted }?.phoneNumberID ?? ""
    }
}
