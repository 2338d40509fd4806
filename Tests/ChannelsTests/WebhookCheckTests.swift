import Channels
import Kernel
import Testing

/// Signatures and verification calls.
struct WebhookCheckTests {
    private static let secret = "gw-test-app-secret-01"

    private static let vectors: [(body: String, hex: String)] = [
        (
            #"{"object":"whatsapp_business_account","entry":[]}"#,
            "935e1aecdd89ad702dd2fe3d8e9896774a7ace57dbe21e48dcd5aa4a53b94bca"
        ),
        (
            #"{"object":"whatsapp_business_account","entry":[{"id":"210987654321098","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","note":"Gr\u00fc\u00dfe \ud83d\udecd\ufe0f https:\/\/shop.example"}}]}]}"#,
            "73b266d777eadd3fb33b4c1c26b3a942a3e602dfc17633fc1b88c69349de8d28"
        ),
    ]

    @Test("the signature of the raw bytes is accepted, with the secret only", arguments: vectors)
    func signed(row: (body: String, hex: String)) {
        let body = Array(row.body.utf8)
        #expect(WebhookCheck.isSigned(body, header: "sha256=" + row.hex, secret: Self.secret))
        #expect(!WebhookCheck.isSigned(body, header: "sha256=" + row.hex, secret: "another"))
        #expect(!WebhookCheck.isSigned(body + [0x20], header: "sha256=" + row.hex, secret: Self.secret))
    }

    @Test(
        "a missing, short, long or foreign header is refused",
        arguments: [
            nil, "", "sha256=", "sha1=935e1a", vectors[0].hex, "sha256=" + vectors[0].hex.dropLast(),
            "sha256=" + vectors[0].hex + "0", "sha256=" + vectors[1].hex, "sha256 " + vectors[0].hex,
            "sha256=zz5e1aecdd89ad702dd2fe3d8e9896774a7ace57dbe21e48dcd5aa4a53b94bca",
        ]
    )
    func refused(header: String?) {
        #expect(!WebhookCheck.isSigned(Array(Self.vectors[0].body.utf8), header: header, secret: Self.secret))
    }

    @Test("the right token is answered with the challenge as it came")
    func challenge() {
        #expect(
            WebhookCheck.challenge(mode: "subscribe", token: "tok", challenge: " 11\"58 ", expected: "tok")
                == " 11\"58 "
        )
    }

    @Test("another mode or token, or none, gets nothing")
    func noChallenge() {
        let calls: [(mode: String?, token: String?, challenge: String?, expected: String)] = [
            ("unsubscribe", "tok", "1", "tok"), (nil, "tok", "1", "tok"), ("subscribe", "tik", "1", "tok"),
            ("subscribe", nil, "1", "tok"), ("subscribe", "tok", nil, "tok"), ("subscribe", "", "1", ""),
            ("subscribe", "to", "1", "tok"), ("subscribe", "tokk", "1", "tok"),
        ]
        for call in calls {
            #expect(
                WebhookCheck.challenge(
                    mode: call.mode,
                    token: call.token,
                    challenge: call.challenge,
                    expected: call.expected
                ) == nil
            )
        }
    }
}
