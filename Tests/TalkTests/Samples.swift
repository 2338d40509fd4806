import Kernel
import Talk

/// Scripts that several suites read.
enum Samples {
    /// A script with nearly every kind of line.
    static let lastPair = #"""
        title   Ana buys the last pair, and the parcel moves after the window closed
        shop    demo rates=2026-10 stock.PRAIA-38=1 zone=UTC
        shopper ana whatsapp id=BR.19a7 phone=none name="Ana Souza" locale=en consent=delivery-news
        staff   bea
        clock   2026-10-05T12:00Z

        # answering within 24 h of an ad opens the 72 h free entry window
        ana> (ad click=c1 ad=77 product=PRAIA) hello
        ana< Hello Ana! Praia Low is R$ 199.00; 1 left in 38.
          (photo {link})
          [Buy] [Other sizes] [See all]
        ana> [Buy]
        ana< ~ Praia Low, 38 ~ held for you until 12:15 ~ R$ 199.00
          # the three ways on
          [Pay] [Change] [Leave]
        see: stock PRAIA-38 = 0 free 1 held; stored "my card is [card removed]"

        ana> Rua A 12
          | São Paulo
        ana< ~ order {order} ~ Rua A 12, São Paulo ~ R$ 199.00
          (link "Pay now" {pay:link})
        bill: service BR 0u free-entry x5
        fault: crash after commit
        from pay: paid order={order}
        again x2
        at +73h
        bea> ana: I am here
        shuffled
          ana> one
            | two
          # between
          from meta: sent delivered ana
          again late 3m
        end
        bill: 7 messages 47600u
        silence
        """#

    /// A script with these lines below a header with one shopper on WhatsApp.
    static func script(_ body: String, header: String = "shopper ana whatsapp") throws -> TalkScript {
        try TalkScript(file: "sample.talk", text: header + "\n\n" + body)
    }

    /// The only step of a script.
    static func step(_ body: String, header: String = "shopper ana whatsapp") throws -> ScriptStep? {
        try script(body, header: header).entries.first?.step
    }

    /// The bubble a script expects.
    static func bubble(_ body: String) throws -> ExpectedBubble? {
        guard case .expects(let bubble)? = try step(body) else { return nil }
        return bubble
    }

    /// The findings of a faulty script.
    static func findings(_ text: String) -> [ScriptFinding] {
        do {
            _ = try TalkScript(file: "sample.talk", text: text)
            return []
        } catch {
            return error.findings
        }
    }
}
