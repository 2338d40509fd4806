import Channels
import Commerce
import Kernel
import Messaging
import Testing

@Suite("Calls of a set-up")
struct SetupCallTests {
    private static let number = SetupTarget(channel: .whatsapp, id: "33", business: "21")
    private static let page = SetupTarget(channel: .messenger, id: "100")
    private static let account = SetupTarget(channel: .instagram, id: "178")
    private static let linked = SetupTarget(
        channel: .instagram,
        id: "178",
        base: "https://graph.facebook.com/v26.0"
    )

    private func line(_ call: SetupCall?) -> String? {
        call.map { "\($0.method.rawValue) \($0.url(base: "b"))" }
    }

    @Test("who an account is, is asked of itself, of its token or of its Page")
    func identity() {
        #expect(
            line(.identity(of: Self.number))
                == "GET b/33?fields=id%2Cdisplay_phone_number%2Cverified_name%2Cquality_rating"
        )
        #expect(line(.identity(of: Self.page)) == "GET b/100?fields=id%2Cname")
        #expect(line(.identity(of: Self.account)) == "GET b/me?fields=user_id%2Cusername")
        #expect(line(.identity(of: Self.linked)) == "GET b/me?fields=id%2Cname%2Cinstagram_business_account")
    }

    @Test("subscriptions stand at the business account, the Page, the account, or the Page behind it")
    func subscriptions() {
        #expect(line(.subscription(of: Self.number)) == "GET b/21/subscribed_apps")
        #expect(line(.subscription(of: SetupTarget(channel: .whatsapp, id: "33"))) == nil)
        #expect(line(.subscribe(Self.number)) == "POST b/21/subscribed_apps")
        #expect(line(.subscribe(Self.linked)) == "POST b/me/subscribed_apps?subscribed_fields=feed")
        #expect(
            line(.subscribe(Self.page))?.hasPrefix("POST b/100/subscribed_apps?subscribed_fields=messages%2C") == true
        )
        #expect(line(.subscribe(Self.account))?.contains("mentions") == false)
        #expect(SubscribedFields.of(.instagram, isLinked: true).contains("mentions"))
        #expect(!SubscribedFields.of(.messenger).contains("response_feedback"))
    }

    @Test("the app chooses fields with its own token")
    func choice() {
        let call = SetupCall.choose(
            fieldsOf: .messenger,
            isLinked: false,
            for: "151",
            callback: "https://chat.test/webhooks/messenger/main",
            verifyToken: "v"
        )
        #expect(call.opening == .app)
        #expect(call.path == "151/subscriptions")
        #expect(String(decoding: call.body, as: UTF8.self).hasPrefix(#"{"object":"page","callback_url":"https://chat"#))
        #expect(SetupCall.appToken(app: "151", secret: "s") == "151|s")
    }

    @Test("a proof is the token's HMAC with the secret, and goes into the query")
    func proof() {
        let proof = SetupCall.proof(token: "demo-access-token", secret: "demo-app-secret")
        #expect(proof == HMACSHA256.hex(key: "demo-app-secret", body: Array("demo-access-token".utf8)))
        #expect(SetupCall.identity(of: Self.page).url(base: "b", proof: "ab").hasSuffix("&appsecret_proof=ab"))
    }

    @Test("lists are read page by page")
    func pages() throws {
        #expect(
            line(.templates(of: Self.number, after: "x y"))
                == "GET b/21/message_templates?fields=name%2Clanguage%2Cstatus%2Ccategory&limit=250&after=x%20y"
        )
        #expect(
            line(.templates(of: Self.page))
                == "GET b/100/message_templates?fields=name%2Clanguage%2Cstatus%2Ccategory&limit=250"
        )
        #expect(line(.templates(of: Self.account)) == nil)
        #expect(line(.catalogues(of: Self.account)) == nil)
        let first = try JSONDocument(
            Array(#"{"data":[1],"paging":{"cursors":{"after":"c"},"next":"https://x"}}"#.utf8)
        ).root
        #expect(SetupReading.page(first).next == "c")
        let last = try JSONDocument(Array(#"{"data":[1],"paging":{"cursors":{"after":"c"}}}"#.utf8)).root
        #expect(SetupReading.page(last).next == nil)
        #expect(SetupReading.page(last).items.count == 1)
    }
}

@Suite("Answers to a set-up")
struct SetupAnswerTests {
    private func kind(_ error: String, on channel: ChannelKind = .messenger) -> SetupRefusal.Kind? {
        let body = Array(#"{"error":\#(error)}"#.utf8)
        guard case .failure(let refusal) = SetupAnswer.read(on: channel, status: 400, body: body) else { return nil }
        return refusal.kind
    }

    @Test(
        "refusals are told apart by code and subcode",
        arguments: [
            (#"{"code":190}"#, .token, .token), (#"{"code":0}"#, .token, .token), (#"{"code":15}"#, .token, .token),
            (#"{"code":190,"error_subcode":463}"#, .token, .token),
            (#"{"code":100,"error_subcode":33}"#, .unknown, .unknown), (#"{"code":10}"#, .permission, .permission),
            (#"{"code":200}"#, .permission, .permission), (#"{"code":3}"#, .permission, .permission),
            (#"{"code":4}"#, .busy, .busy), (#"{"code":80007}"#, .busy, .other), (#"{"code":613}"#, .busy, .busy),
            (#"{"code":2200}"#, .callback, .callback), (#"{"code":100}"#, .other, .other),
            (#"{"code":424242}"#, .other, .other), (#"{"message":"no"}"#, .other, .other),
        ] as [(String, SetupRefusal.Kind, SetupRefusal.Kind)]
    )
    func kinds(error: String, whatsApp: SetupRefusal.Kind, messenger: SetupRefusal.Kind) {
        #expect(kind(error, on: .whatsapp) == whatsApp)
        #expect(kind(error, on: .messenger) == messenger)
        #expect(kind(error, on: .instagram) == messenger)
    }

    @Test("a page of somebody in between is no answer of the platform")
    func elsewhere() {
        let answer = SetupAnswer.read(on: .whatsapp, status: 502, body: Array("<html>".utf8))
        guard case .failure(let refusal) = answer else {
            Issue.record("expected a refusal")
            return
        }
        #expect(refusal.kind == .elsewhere)
        #expect(refusal.reason.contains("HTTP 502"))
    }

    private func root(_ text: String) throws -> JSONValue { try JSONDocument(Array(text.utf8)).root }

    @Test("a subscription names fields, or only an app; another app's is none of ours")
    func subscription() throws {
        let page = try root(
            #"{"data":[{"id":"1","subscribed_fields":["feed"]},{"id":"2","subscribed_fields":["a","b"]}]}"#
        )
        #expect(SetupReading.subscription(page, app: "2") == ["a", "b"])
        #expect(SetupReading.subscription(page, app: "3") == nil)
        #expect(SetupReading.subscription(page, app: nil) == ["feed"])
        let business = try root(#"{"data":[{"whatsapp_business_api_data":{"id":"2","name":"x"}}]}"#)
        #expect(SetupReading.subscription(business, app: "2") == [])
        #expect(SetupReading.subscription(business, app: "3") == nil)
        #expect(SetupReading.subscription(try root(#"{"data":[]}"#), app: nil) == nil)
        #expect(SetupReading.subscription(try root("{}"), app: nil) == nil)
        #expect(SetupReading.subscription(try root(#"{"data":[{"subscribed_fields":7}]}"#), app: nil) == [])
    }

    @Test("an app's choice is read whether fields are objects or words")
    func choice() throws {
        let answer = try root(
            #"{"data":[{"object":"user"},{"object":"page","callback_url":"u","active":false,"fields":[{"name":"feed","version":"v26.0"},"messages",[]]}]}"#
        )
        let choice = try #require(SetupReading.choice(answer, for: .messenger))
        #expect(choice.fields == ["feed", "messages"])
        #expect(choice.callback == "u" && !choice.isActive)
        #expect(SetupReading.choice(answer, for: .instagram) == nil)
        #expect(SetupReading.choice(try root(#"{"data":7}"#), for: .messenger) == nil)
    }

    @Test("templates without name, language or a known state are passed over")
    func templates() throws {
        let whole = #"{"name":"a","language":"pt_BR","status":"PAUSED"}"#
        #expect(SetupReading.template(try root(whole), on: .whatsapp)?.approval == .paused)
        #expect(SetupReading.template(try root(whole), on: .whatsapp)?.language == .brazilianPortuguese)
        #expect(SetupReading.template(try root(whole), on: .whatsapp)?.book == .business)
        #expect(SetupReading.template(try root(whole), on: .messenger)?.book == .page)
        for broken in [
            #"{"language":"en","status":"PAUSED"}"#, #"{"name":"a","status":"PAUSED"}"#,
            #"{"name":"a","language":"en"}"#, #"{"name":[],"language":"en","status":"PAUSED"}"#,
            #"{"name":"a","language":"en","status":"NEW_WORD"}"#,
        ] {
            #expect(SetupReading.template(try root(broken), on: .messenger) == nil)
        }
    }
}
