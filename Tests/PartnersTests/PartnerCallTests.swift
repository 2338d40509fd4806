import Partners
import Testing

/// What a call to a partner shows of itself.
struct PartnerCallTests {
    private let call = PartnerCall(
        method: "POST",
        url: "https://api.stripe.com/v1/refunds",
        headers: [PartnerCall.Header("Authorization", "Bearer sk_live_secret")],
        body: Array("customer_email=ana@example.com".utf8)
    )

    @Test("no text made of a call shows its key or its body")
    func hidden() {
        var dumped = ""
        dump(call, to: &dumped)
        for text in ["\(call)", String(reflecting: call), dumped] {
            #expect(text.contains("POST https://api.stripe.com/v1/refunds (30 bytes)"))
            #expect(!text.contains("sk_live_secret"))
            #expect(!text.contains("ana@example.com"))
        }
    }

    @Test("a header is found in any capitals")
    func header() {
        #expect(call.header("authorization") == "Bearer sk_live_secret")
        #expect(call.header("Idempotency-Key") == nil)
    }
}
