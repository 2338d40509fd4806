import Platform
import Ports

/// A button of the hosted page, and the page's state after it.
enum PayStep: String, Sendable, CaseIterable {
    case pay, fail, later, slip

    /// What the button does.
    var deed: PageDeed {
        switch self {
        case .pay: .pay
        case .fail: .fail()
        case .later: .later
        case .slip: .payDelayed
        }
    }

    /// The button a form was sent by.
    init?(form: [UInt8]) {
        self.init(pairs: String(decoding: form, as: UTF8.self)[...], name: "deed")
    }

    /// The button that led to a page, from its `then=…`.
    init?(query: Substring) {
        self.init(pairs: query, name: "then")
    }

    private init?(pairs: Substring, name: String) {
        let value = pairs.split(separator: "&").first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
        guard let step = value.flatMap({ PayStep(rawValue: PercentCoding.decodedQuery($0)) }) else { return nil }
        self = step
    }
}
