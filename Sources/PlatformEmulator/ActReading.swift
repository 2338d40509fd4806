import Kernel
import Platform

/// An act of a person, as the control path takes it: `act` says which, the other members belong to it.
///
/// ```json
/// {"act":"text","text":"hello","after":180000}
/// {"act":"tap","label":"Buy"}
/// {"act":"pay","deed":"fail","reference":"K7QX2M-1"}
/// {"act":"order","lines":[{"sku":"LAMP","quantity":2,"price":"49.90","currency":"EUR"}],"note":"ring twice"}
/// ```
/// `after` delays the webhook by so many milliseconds; `channel` (`messenger`, `instagram`) or `account` says where, the
/// first account otherwise. Who is unknown joins first: `name`, `phone` and `userID` say how
/// (`"phone":"none"` hides it); without a phone one is made up from the name.
struct ActReading: Sendable {
    private enum Deed: Sendable {
        case act(PersonAct), join, again(times: Int)
    }

    private var deed: Deed
    private var delay: Span
    private var profile: Profile
    private var place: AccountReading

    private struct Profile: Sendable {
        var name: String?
        var phone: String?
        var userID: String?
        var scopedID: String?
    }

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        delay = .milliseconds(json["after"]?.int ?? 0)
        profile = Profile(
            name: json["name"]?.string,
            phone: json["phone"]?.text,
            userID: json["userID"]?.string,
            scopedID: json["scopedID"]?.text
        )
        place = AccountReading(json)
        deed =
            switch try json.text("act") {
            case "join": .join
            case "again": .again(times: Int(json["times"]?.int ?? 1))
            case let name: .act(try Self.act(name, json))
            }
    }

    /// Plays the act; the answer is the message's id, if there is one.
    func play(_ person: PersonID, on platform: inout EmulatedPlatform, at now: Timestamp) throws(ActRejection)
        -> String?
    {
        if case .join = deed {
            join(person, on: &platform, at: now)
        } else if platform.person(person) == nil {
            join(person, on: &platform, at: now)
        }
        switch deed {
        case .join: return nil
        case .again(let times):
            try platform.again(person, times: times, at: now, arriving: delay)
            return nil
        case .act(let act):
            return try platform.person(
                person,
                does: act,
                with: try place.account(on: platform),
                at: now,
                arriving: delay
            )
        }
    }

    private func join(_ person: PersonID, on platform: inout EmulatedPlatform, at now: Timestamp) {
        let number = person.rawValue.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 100_000_000 }
        let made = "55119" + String(String(100_000_000 + number).dropFirst())
        let phone = profile.phone == "none" ? nil : profile.phone ?? made
        let userID = profile.userID ?? platform.mintedUserID(for: person, country: "BR")
        var joining = Person(
            person,
            name: profile.name ?? (person.rawValue.prefix(1).uppercased() + person.rawValue.dropFirst()),
            phone: phone,
            userID: userID
        )
        joining.scopedID = profile.scopedID
        platform.join(joining, at: now)
    }
}

/// The acts by name.
extension ActReading {
    private static func act(_ name: String, _ json: JSONValue) throws(ControlError) -> PersonAct {
        switch name {
        case "text": .text(try json.text("text"))
        case "tap": .tap(try target(json))
        case "order": .order(try lines(json), note: json["note"]?.string ?? "")
        case "ask": .askAbout(product: try json.text("sku"), text: try json.text("text"))
        case "image", "voice", "audio", "video", "document", "sticker": .media(try media(name, json))
        case "location":
            .location(
                SentPlace(
                    latitude: try json.text("latitude"),
                    longitude: try json.text("longitude"),
                    name: json["name"]?.string,
                    address: json["address"]?.string
                )
            )
        case "contact": .contact(name: try json.text("name"), phone: try json.text("number"))
        case "react": .react(json["emoji"]?.string, to: try json.text("message"))
        case "reply": .reply(try json.text("text"), to: try json.text("message"))
        case "forward": .forward(try json.text("text"), often: json["often"]?.bool ?? false)
        case "unsend": .unsend(json["message"]?.string)
        case "edit": .edit(json["message"]?.string, to: try json.text("text"))
        case "ad":
            .referral(
                AdReferral(adID: try json.text("ad"), clickID: json["click"]?.string, ref: json["ref"]?.string),
                text: try json.text("text")
            )
        case "form": .form(fields(json), of: json["message"]?.string)
        case "welcome": .requestWelcome
        case "unsupported": .unsupported(try json.text("kind"))
        case "unheard": .unheardOf(type: try json.text("type"), json: json["json"]?.description ?? "{}")
        case "read": .read
        case "pay": .pay(try PageDeed(json), reference: json["reference"]?.string)
        case "stop": .stopMarketing
        case "resume": .resumeMarketing
        case "newUserID": .changeUserID(try json.text("userID"))
        case "newPhone": .changePhone(try json.text("phone"))
        default: try metaAct(name, json)
        }
    }

    /// What people do on Messenger and Instagram alone.
    private static func metaAct(_ name: String, _ json: JSONValue) throws(ControlError) -> PersonAct {
        switch name {
        case "comment": .comment(try json.text("text"), on: try commented(json))
        case "uncomment": .deleteComment(json["comment"]?.string)
        case "post": .sharePost(try json.text("post"), text: json["text"]?.string ?? "")
        case "story": .answerStory(try json.text("story"), text: try json.text("text"))
        case "mention": .mentionInStory(try json.text("story"))
        case "link": .link(ref: try json.text("ref"), text: json["text"]?.string ?? "")
        case "menu": .menu(try json.text("label"))
        case "block": .block
        case "unblock": .unblock
        default: throw ControlError("there is no act \(name)")
        }
    }

    private static func commented(_ json: JSONValue) throws(ControlError) -> CommentedPlace {
        if let live = json["live"]?.text { return .live(live) }
        return .post(try json.text("post"))
    }

    private static func target(_ json: JSONValue) throws(ControlError) -> TapTarget {
        if let id = json["id"]?.string, let message = json["message"]?.string { return .choice(id, of: message) }
        if let id = json["id"]?.string { return .id(id) }
        return .label(
            try json.text("label"),
            number: Int(json["number"]?.int ?? 1),
            before: Int(json["before"]?.int ?? 0)
        )
    }

    private static func lines(_ json: JSONValue) throws(ControlError) -> [CartLine] {
        var lines: [CartLine] = []
        guard let items = json["lines"], items.kind == .array else { throw ControlError("lines is missing or no list") }
        for line in items.elements {
            lines.append(
                CartLine(
                    retailerID: try line.text("sku"),
                    quantity: try line.number("quantity"),
                    price: try line.text("price"),
                    currency: try line.text("currency")
                )
            )
        }
        return lines
    }

    private static func media(_ name: String, _ json: JSONValue) throws(ControlError) -> SentMedia {
        guard let kind = SentMedia.Kind(rawValue: name) else { throw ControlError("there is no media \(name)") }
        return SentMedia(kind, name: json["file"]?.string ?? "", caption: json["caption"]?.string)
    }

    private static func fields(_ json: JSONValue) -> [FormField] {
        json["fields"]?.members.map { FormField($0.key, $0.value.text ?? $0.value.description) } ?? []
    }
}
