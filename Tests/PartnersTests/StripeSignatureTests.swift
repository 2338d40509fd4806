import Kernel
import Partners
import Testing

/// Who may say that money came.
struct StripeSignatureTests {
    private static let body = Array(#"{"id":7,"note":"olá"}"#.utf8)
    private static let right = "3aca81c45152d7aef5b1d587fb98fc8d67c3326cf479a8a435d3b725f58672a4"
    private static let wrong = String(repeating: "0", count: 64)
    private static let signedAt = Timestamp(seconds: 1_700_000_000)

    private func isSigned(
        _ header: String?,
        body: [UInt8] = Self.body,
        secret: String = "whsec_test",
        after age: Span = .zero
    ) -> Bool {
        Stripe.isSigned(body, header: header, secret: secret, at: Self.signedAt + age)
    }

    @Test(
        "any right signature of the known scheme is enough",
        arguments: [
            "t=1700000000,v1=\(right)", "t=1700000000,v1=\(wrong),v1=\(right)", "t=1700000000,v1=\(right),v1=\(wrong)",
            "t=1700000000,v0=\(wrong),v1=\(right)", "v1=\(right),t=1700000000", "t=1700000000, v1=\(right)",
            "t=1700000000,v1=\(right.uppercased())", "t=1700000000,v1=\(right),junk,=,x=",
        ]
    )
    func accepted(header: String) {
        #expect(isSigned(header))
        #expect(!isSigned(header, secret: "whsec_other"))
        #expect(!isSigned(header, secret: ""))
        #expect(!isSigned(header, body: Self.body + [0x20]))
    }

    @Test(
        "nothing else is",
        arguments: [
            nil, "", "t=1700000000", "v1=\(right)", "t=,v1=\(right)", "t=1700000001,v1=\(right)",
            "t=1700000000,v0=\(right)", "t=1700000000,v1=\(wrong)", "t=1700000000,v1=\(right.dropLast())",
            "t=1700000000,v1=\(right)0", "t=-1700000000,v1=\(right)", "t=99999999999999999999,v1=\(right)",
            "t=1700000000,t=1700000001,v1=\(right)", right,
            "t=1700000000," + (0..<9).map { _ in "v1=\(right)" }.joined(separator: ","),
        ]
    )
    func refused(header: String?) {
        #expect(!isSigned(header))
    }

    @Test("a signature counts for five minutes before and after its time")
    func tolerance() {
        let header = "t=1700000000,v1=\(Self.right)"
        for (age, counts) in [
            (Span.minutes(5), true), (Span.zero - .minutes(5), true), (.milliseconds(300_001), false),
            (.milliseconds(-300_001), false), (.days(3), false),
        ] {
            #expect(isSigned(header, after: age) == counts, "\(age)")
        }
        let body = Self.body
        #expect(
            Stripe.isSigned(
                body,
                header: header,
                secret: "whsec_test",
                at: Self.signedAt + .hours(1),
                tolerance: .hours(1)
            )
        )
    }
}
