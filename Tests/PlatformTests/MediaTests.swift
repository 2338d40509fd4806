import Kernel
import Platform
import Testing

@Suite("Media")
struct MediaTests {
    private func get(_ target: String, _ scene: Scene, agent: Bool = true) -> PlatformAnswer? {
        var headers = [PlatformHeader("Authorization", "Bearer demo-access-token")]
        if agent { headers.append(PlatformHeader("User-Agent", "shopkeeper")) }
        return scene.platform.answer(PlatformCall(method: "GET", target: target, headers: headers), at: scene.now)
            .answer
    }

    @Test("what a person sends can be resolved and downloaded for a while")
    func downloads() throws {
        let scene = Scene()
        try scene.does(.media(SentMedia(.image, bytes: [1, 2, 3])))
        let image = try #require(try scene.answerAll().first?.value()["messages"]?[0]?["image"])
        let id = try #require(image["id"]?.string)
        let resolved = try JSONDocument(try #require(get("/v26.0/\(id)?phone_number_id=\(Scene.number)", scene)).body)
            .root
        #expect(resolved["mime_type"]?.string == "image/jpeg")
        #expect(resolved["file_size"]?.int == 3)
        #expect(resolved["sha256"]?.string == image["sha256"]?.string)
        let url = try #require(resolved["url"]?.string?.dropFirst("https://lookaside.example".count))
        #expect(get(String(url), scene)?.body == [1, 2, 3])
        #expect(get(String(url), scene, agent: false)?.status == 404)
        scene.now += .minutes(5)
        #expect(get(String(url), scene)?.status == 404)
        scene.now += .days(7)
        #expect(get("/v26.0/\(id)", scene)?.errorCode == 100)
    }

    @Test("an upload gives an id that can be resolved")
    func uploads() throws {
        let scene = Scene()
        let form =
            "--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--b--\r\n"
        let call = { (body: String) in
            PlatformCall(
                method: "POST",
                target: "/v26.0/\(Scene.number)/media",
                headers: [
                    PlatformHeader("authorization", "Bearer demo-access-token"),
                    PlatformHeader("content-type", "multipart/form-data; boundary=b"),
                ],
                body: Array(body.utf8)
            )
        }
        let answer = try #require(scene.platform.answer(call(form), at: scene.now).answer)
        let id = try #require(try JSONDocument(answer.body).root["id"]?.string)
        let resolved = try JSONDocument(try #require(get("/v26.0/\(id)", scene)).body).root
        #expect(resolved["mime_type"]?.string == "image/png")
        #expect(resolved["file_size"]?.int == 3)
        #expect(scene.platform.answer(call("--b\r\nhalf"), at: scene.now).answer?.errorCode == 100)
        let wrong = form.replacing("image/png", with: "image/tiff")
        #expect(scene.platform.answer(call(wrong), at: scene.now).answer?.errorCode == 131_053)
    }

    @Test("the number tells about itself")
    func number() throws {
        let scene = Scene()
        let answer = try JSONDocument(try #require(get("/v26.0/\(Scene.number)?fields=id", scene)).body).root
        #expect(answer["id"]?.string == Scene.number)
        #expect(answer["display_phone_number"]?.string == "493023125142")
    }
}
