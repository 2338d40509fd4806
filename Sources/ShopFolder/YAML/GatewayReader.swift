import Commerce

/// Reads the gateway of payments in the chat: `gateway` and `configuration` of a way of payment.
enum GatewayReader {
    /// What stands there.
    enum Reading: Equatable {
        case none
        case gateway(PaymentGateway)
        /// Something that can't be used, which has been said.
        case faulty

        var found: PaymentGateway? { if case .gateway(let gateway) = self { gateway } else { nil } }
    }

    static func read(_ reader: inout MappingReader, log: inout FindingLog) -> Reading {
        let name = reader.text("gateway", log: &log)
        let configuration = reader.text("configuration", log: &log)
        guard let name, let configuration else {
            guard name != nil || configuration != nil else { return .none }
            let missing = name == nil ? "gateway" : "configuration"
            let example = name == nil ? "gateway: razorpay" : "configuration: rzp-main"
            log.fault(
                reader.line(name == nil ? "configuration" : "gateway"),
                expected: "gateway and configuration together",
                remedy:
                    "Add '\(example)', as WhatsApp Manager shows it under payment configurations; \(missing) is missing."
            )
            return .faulty
        }
        guard let provider = PaymentGateway.Provider(rawValue: name.lowercased()) else {
            let known = PaymentGateway.Provider.allCases.map(\.rawValue).sorted().joined(separator: ", ")
            log.fault(
                reader.line("gateway"),
                expected: "a gateway that WhatsApp speaks with",
                remedy: "\(name.quoted) is none. Known are \(known)."
            )
            return .faulty
        }
        guard configuration.utf8.allSatisfy(isPlain), configuration.utf8.count <= longestName else {
            log.fault(
                reader.line("configuration"),
                expected: "the configuration's name of at most \(longestName) letters, digits, _ . or -",
                remedy: "Copy it from WhatsApp Manager, payment configurations, instead of \(configuration.quoted)."
            )
            return .faulty
        }
        return .gateway(PaymentGateway(provider, configuration: configuration))
    }

    private static var longestName: Int { 60 }

    /// Whether a sign may stand in the address under which a payment is looked up.
    private static func isPlain(_ sign: UInt8) -> Bool {
        switch sign {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
