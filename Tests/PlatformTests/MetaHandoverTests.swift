import Kernel
import Platform
import Testing

@Suite("Conversations that another app has")
struct MetaHandoverTests {
    @Test(
        "both apps are told who has it now",
        arguments: [(PlatformChannel.messenger, "263902037430900"), (.instagram, "1217981644879628")]
    )
    func isTold(channel: PlatformChannel, inbox: String) throws {
        let scene = try MetaScene(channel)
        try scene.platform.handOver("ana", with: scene.account, toAnother: true, at: scene.now)
        #expect(
            try scene.heard().map { $0["take_thread_control"]?.description } == [
                #"{"previous_owner_app_id":"151777000111222","new_owner_app_id":"\#(inbox)","metadata":""}"#
            ]
        )
        try scene.platform.handOver("ana", with: scene.account, toAnother: false, at: scene.now)
        #expect(
            try scene.heard().map { $0["pass_thread_control"]?.description } == [
                #"{"previous_owner_app_id":"\#(inbox)","new_owner_app_id":"151777000111222","metadata":""}"#
            ]
        )
        #expect(throws: ActRejection.self) {
            try scene.platform.handOver("ana", with: scene.account, toAnother: false, at: scene.now)
        }
    }

    @Test(
        "nothing can be sent, and what people do stands apart, taps without their payload",
        arguments: [(PlatformChannel.messenger, "10/2018300"), (.instagram, "100/2534037")]
    )
    func standsBy(channel: PlatformChannel, refusal: String) throws {
        let scene = try MetaScene(channel)
        let button = #"{"type":"postback","title":"Go","payload":"secret"}"#
        scene.send(
            #""attachment":{"type":"template","payload":{"template_type":"button","text":"Well?","buttons":[\#(button)]}}"#
        )
        try scene.platform.handOver("ana", with: scene.account, toAnother: true, at: scene.now)
        scene.answerAll()
        #expect(scene.send(#""text":"Hi""#)?.verdict == refusal)
        try scene.does(.text("hello?"))
        try scene.does(.tap(.label("Go")))
        let items = try scene.answerAll().map { webhook in
            try JSONDocument(webhook.body).root["entry"]?[0]?["standby"]?[0]?.description ?? ""
        }
        #expect(items.count == 2)
        #expect(items.first?.contains("hello?") == true)
        #expect(items.last?.contains(#""title":"Go"}"#) == true)
        #expect(items.last?.contains("secret") == false)
    }

    @Test("control lapses 24 hours after the last message", arguments: [PlatformChannel.messenger, .instagram])
    func lapses(channel: PlatformChannel) throws {
        let scene = try MetaScene(channel)
        try scene.platform.handOver("ana", with: scene.account, toAnother: true, at: scene.now)
        scene.now += .hours(23)
        try scene.does(.text("still there?"))
        scene.now += .hours(23)
        #expect(scene.send(#""text":"Hi""#)?.verdict != "ok")
        scene.now += .hours(2)
        try scene.does(.text("and now?"))
        scene.answerAll()
        #expect(scene.send(#""text":"Hi""#)?.verdict == "ok")
    }

    @Test("a ledger with a handover is read again")
    func isKept() throws {
        let scene = try MetaScene(.messenger)
        try scene.platform.handOver("ana", with: scene.account, toAnother: true, at: scene.now)
        let ledger = scene.platform.ledger
        let read = try LedgerLines.facts(in: ledger.flatMap { try LedgerLines.line(of: $0) }).facts
        #expect(read == ledger)
        var continued = EmulatedPlatform(scene.platform.configuration, continuing: read)
        try continued.handOver("ana", with: scene.account, toAnother: false, at: scene.now)
    }
}
