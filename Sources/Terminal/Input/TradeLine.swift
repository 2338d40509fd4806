import Platform

/// A line by which one plays the payment page, the carrier or the merchant.
struct TradeLine {
    private let name: String
    private let words: [String]

    init(_ name: String, _ rest: String) {
        self.name = name
        words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    var reading: ChatReading {
        switch name {
        case "pay": pay
        case "ship": ship
        case "parcel": parcel
        case "tasks" where words.isEmpty: .request(.tasks)
        case "tasks": settle
        default: shop
        }
    }

    /// Everything from the second word on; nil where there is nothing.
    private var rest: String? { words.count > 1 ? words.dropFirst().joined(separator: " ") : nil }

    private static let pageDeeds: [String: PageDeed] = [
        "later": .later, "late": .payLate, "fail": .fail(), "slip": .payDelayed, "settle": .settle,
        "bounce": .bounce, "dispute": .dispute, "unsaid": .payUnsaid,
    ]

    private var pay: ChatReading {
        guard let word = words.first else { return .request(.pay(.pay)) }
        guard words.count == 1, let deed = Self.pageDeeds[word.lowercased()] else {
            return .refused("It is /pay, or /pay and one of \(Self.pageDeeds.keys.sorted().joined(separator: ", ")).")
        }
        return .request(.pay(deed))
    }

    private var ship: ChatReading {
        guard words.count <= 1 else { return .refused("It is /ship, or /ship and the parcel's number.") }
        return .request(.ship(tracking: words.first))
    }

    private static let parcelWords = [
        "pre_transit", "in_transit", "out_for_delivery", "available_for_pickup", "delivered", "return_to_sender",
        "failure",
    ]

    private var parcel: ChatReading {
        guard let word = words.first?.lowercased(), Self.parcelWords.contains(word) else {
            return .refused(
                "Where is it? /parcel and one of \(Self.parcelWords.joined(separator: ", ")), then the town if you like."
            )
        }
        return .request(.parcel(word, place: rest))
    }

    private var settle: ChatReading {
        guard words.count > 1, let number = Int64(words[0]), let answer = TaskAnswer(rawValue: words[1].lowercased())
        else { return .refused("It is /tasks, or /tasks NUMBER approve, refuse or done, then words for the shopper.") }
        let words = words.count > 2 ? words.dropFirst(2).joined(separator: " ") : nil
        return .request(.shop(.settle(task: number, answer, words: words)))
    }

    private var shop: ChatReading {
        guard let request = shopRequest else {
            return .refused(
                "The shop can: /shop accept, deliver, cancel [why], refund [amount], return approve, return refuse, "
                    + "receive, take, say WORDS, release."
            )
        }
        return .request(.shop(request))
    }

    private var shopRequest: ShopRequest? {
        switch words.first?.lowercased() {
        case "accept": .accept
        case "deliver": .deliver
        case "take": .take
        case "release": .release
        case "cancel": .cancel(reason: rest)
        case "refund": .refund(amount: rest)
        case "receive": number(at: 1).map { .receiveReturn(number: $0) }
        case "say": rest.map { .say($0) }
        case "return": decision
        default: nil
        }
    }

    private var decision: ShopRequest? {
        guard words.count > 1, let number = number(at: 2) else { return nil }
        switch words[1].lowercased() {
        case "approve": return .decideReturn(number: number, isApproved: true)
        case "refuse": return .decideReturn(number: number, isApproved: false)
        default: return nil
        }
    }

    /// A return's number; 1 where none is written.
    private func number(at place: Int) -> Int? {
        words.indices.contains(place) ? Int(words[place]) : 1
    }
}
