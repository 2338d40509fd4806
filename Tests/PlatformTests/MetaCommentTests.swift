import Kernel
import Platform
import Testing

@Suite("Comments and their private answers")
struct MetaCommentTests {
    private let both: [(PlatformChannel, String)] = [(.messenger, "100"), (.instagram, "100/2534025")]

    @Test("one private answer for each comment, and it opens no window")
    func once() throws {
        for (channel, refusal) in both {
            let scene = try MetaScene(channel, isOpen: false)
            let comment = try #require(try scene.does(.comment("A12 please", on: .post("9001"))))
            let answer = scene.reply(to: comment)
            #expect(answer?.verdict == "ok")
            #expect(answer?.member("recipient_id") == MetaScene.scopedID)
            #expect(scene.bubble?.answersComment == comment)
            #expect(scene.reply(to: comment)?.verdict == refusal)
            #expect(scene.send(#""text":"more""#)?.verdict == (channel == .messenger ? "10/2018278" : "10/2534022"))
            try scene.does(.text("yes"))
            #expect(scene.send(#""text":"more""#)?.verdict == "ok")
        }
    }

    @Test("a comment under a post can be answered for seven days")
    func age() throws {
        for (channel, refusal) in both {
            let scene = try MetaScene(channel, isOpen: false)
            let first = try #require(try scene.does(.comment("A12", on: .post("9001"))))
            let second = try #require(try scene.does(.comment("A13", on: .post("9001"))))
            scene.now += .days(7) - .milliseconds(1)
            #expect(scene.reply(to: first)?.verdict == "ok")
            scene.now += .milliseconds(1)
            #expect(scene.reply(to: second)?.verdict == refusal)
        }
    }

    @Test("a comment in a broadcast can be answered while it lasts, however long")
    func live() throws {
        let scene = try MetaScene(.instagram, isOpen: false)
        let first = try #require(try scene.does(.comment("A12", on: .live("1804"))))
        let second = try #require(try scene.does(.comment("A13", on: .live("1804"))))
        scene.now += .days(8)
        #expect(scene.reply(to: first)?.verdict == "ok")
        scene.platform.end(broadcast: "1804", at: scene.now)
        #expect(scene.reply(to: second)?.verdict == "100/2534025")
    }

    @Test("neither a deleted nor an unknown comment can be answered, and never with a type")
    func unknown() throws {
        for (channel, refusal) in both {
            let scene = try MetaScene(channel, isOpen: false)
            #expect(scene.reply(to: "5")?.verdict == refusal)
            let comment = try #require(try scene.does(.comment("A12", on: .post("9001"))))
            let typed = scene.call(
                #"{"recipient":{"comment_id":"\#(comment)"},"messaging_type":"RESPONSE","message":{"text":"x"}}"#
            )
            #expect(typed?.verdict == "100")
            try scene.does(.deleteComment(nil))
            #expect(scene.reply(to: comment)?.verdict == refusal)
        }
    }

    @Test("so many private answers an hour")
    func pace() throws {
        let scene = try MetaScene(.instagram, isOpen: false) { $0.metaPace.privatePerHour = 1 }
        let first = try #require(try scene.does(.comment("A12", on: .post("9001"))))
        let second = try #require(try scene.does(.comment("A13", on: .post("9001"))))
        let live = try #require(try scene.does(.comment("A14", on: .live("1804"))))
        #expect(scene.reply(to: first)?.verdict == "ok")
        #expect(scene.reply(to: second)?.verdict == "613/2534040")
        #expect(scene.reply(to: live)?.verdict == "ok")
    }

    @Test("the business hears of a comment as the page says")
    func webhooks() throws {
        let page = try MetaScene(.messenger, isOpen: false)
        let onPage = try #require(try page.does(.comment("A12", on: .post("9001"))))
        let feed = try #require(try page.heard().first)
        #expect(feed["field"]?.string == "feed")
        let author = try #require(feed["value"]?["from"]?["id"]?.string)
        #expect(author != MetaScene.scopedID)
        #expect(
            feed["value"]?.description
                == #"{"item":"comment","verb":"add","comment_id":"\#(onPage)","post_id":"9001","parent_id":"9001","from":{"id":"\#(author)","name":"Ana Souza"},"message":"A12","created_time":1791201600}"#
        )
        try page.does(.deleteComment(nil))
        #expect(try page.heard().first?["value"]?["verb"]?.string == "remove")

        let account = try MetaScene(.instagram, isOpen: false)
        let inLive = try #require(try account.does(.comment("A12 x2", on: .live("1804"))))
        let change = try #require(try account.heard().first)
        let from = try #require(change["value"]?["from"]?["id"]?.string)
        #expect(
            change.description
                == #"{"field":"live_comments","value":{"from":{"id":"\#(from)","username":"ana.s"},"media":{"id":"1804","media_product_type":"LIVE"},"id":"\#(inLive)","text":"A12 x2"}}"#
        )
        try account.does(.comment("A12", on: .post("77")))
        #expect(try account.heard().first?["field"]?.string == "comments")
        try account.does(.deleteComment(nil))
        #expect(account.answerAll().isEmpty)
    }
}
