import Kernel
import Testing

@Suite("signatures")
struct HMACSHA256Tests {
    private let secret = "gw-test-app-secret-01"
    private let bodies = [
        (
            #"{"object":"whatsapp_business_account","entry":[]}"#,
            "935e1aecdd89ad702dd2fe3d8e9896774a7ace57dbe21e48dcd5aa4a53b94bca"
        ),
        (
            #"{"object":"whatsapp_business_account","entry":[{"id":"210987654321098","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","note":"Gr\u00fc\u00dfe \ud83d\udecd\ufe0f https:\/\/shop.example"}}]}]}"#,
            "73b266d777eadd3fb33b4c1c26b3a942a3e602dfc17633fc1b88c69349de8d28"
        ),
    ]

    @Test("bodies have the platform's signatures")
    func vectors() {
        for (body, signature) in bodies {
            #expect(HMACSHA256.hex(key: secret, body: Array(body.utf8)) == signature)
            #expect(HMACSHA256.hex(key: Array(secret.utf8), body: Array(body.utf8)) == signature)
            #expect(HMACSHA256.isValid(hex: signature, key: secret, body: Array(body.utf8)))
            #expect(HMACSHA256.isValid(hex: signature.uppercased(), key: Array(secret.utf8), body: Array(body.utf8)))
        }
    }

    @Test("every other signature is refused")
    func refusals() {
        let body = Array(bodies[0].0.utf8)
        let signature = bodies[0].1
        let key = HMACSHA256.Key(secret)
        for wrong in [
            "", "sha256=" + signature, String(signature.dropLast()), signature + "0", "g" + signature.dropFirst(),
            bodies[1].1,
            String(signature.dropLast(2)), " " + signature,
        ] {
            #expect(key.isValid(hex: wrong, body: body) == false)
        }
        #expect(key.isValid(hex: signature, body: body + [0x20]) == false)
        #expect(HMACSHA256.isValid(hex: signature, key: "", body: body) == false)
    }

    @Test("a key never shows its secret")
    func hidden() {
        var shown = ""
        let key = HMACSHA256.Key(secret)
        dump(key, to: &shown)
        for text in [shown, "\(key)", String(reflecting: key)] {
            #expect(text.contains("[hidden]") && !text.contains(secret) && !text.contains("SymmetricKey"))
        }
    }
}
