import Commerce
import Foundation
import Kernel
import ShopFolder
import Testing

@Suite("A shop's folder")
struct FolderTests {
    /// The first bytes of a PNG are enough to be one here.
    private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

    @Test("the demo written out and read back is the demo, without finding")
    func roundTrip() throws {
        let folder = try TemporaryShop.newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try ShopWriter.writeDemo(to: folder + "/meine loja")
        let source = ShopSource.folder(folder + "/meine loja")
        #expect(ShopReader.check(source) == [])
        let written = try ShopReader.read(source, as: ShopID(1))
        let embedded = try ShopReader.read(.demo, as: ShopID(1))
        #expect(written.shop == embedded.shop)
        #expect(written.catalogue.products == embedded.catalogue.products)
        #expect(written.catalogue.collections == embedded.catalogue.collections)
        #expect(written.listed == embedded.listed)
        #expect(written.fingerprint == embedded.fingerprint)
        #expect(written.pictures.names == embedded.pictures.names)
        for name in embedded.pictures.names {
            #expect(written.pictures.picture(named: name) == embedded.pictures.picture(named: name))
        }
    }

    @Test("a folder that holds anything is left alone, and so is a file")
    func nonEmpty() throws {
        let shop = try TemporaryShop()
        do throws(ShopWriter.Refusal) {
            try ShopWriter.writeDemo(to: shop.folder)
            Issue.record("a shop was written over another")
        } catch {
            #expect(error.description.contains("is not empty, and nothing of yours should be lost."))
        }
        #expect(try shop.read().shop.name == "Loja")
        #expect(throws: ShopWriter.Refusal.self) { try ShopWriter.writeDemo(to: shop.folder + "/shop.yaml") }
    }

    @Test("pictures come by name, from the folder only")
    func pictures() throws {
        let text = TemporaryShop.plainCatalogue.replacing("https://loja.example/a.png", with: "pictures/a.png")
        let shop = try TemporaryShop(
            shop: TemporaryShop.plainShop + "\ncover: ./pictures/cover.jpg\n",
            catalogue: text,
            pictures: ["a.png": png, "cover.jpg": [0xFF, 0xD8, 0xFF, 0xE0], "secret.png": png]
        )
        let loaded = try shop.read()
        #expect(loaded.remarks == [])
        #expect(loaded.shop.cover == "cover.jpg")
        #expect(loaded.pictures.names == ["a.png", "cover.jpg"])
        #expect(loaded.pictures.picture(named: "a.png") == Picture(bytes: png, mimeType: "image/png"))
        #expect(loaded.pictures.picture(named: "cover.jpg")?.mimeType == "image/jpeg")
        #expect(loaded.pictures.picture(named: "secret.png") == nil)
        #expect(loaded.pictures.picture(named: "../shop.yaml") == nil)
        try FileManager.default.removeItem(atPath: shop.folder + "/pictures/a.png")
        #expect(loaded.pictures.picture(named: "a.png") == nil)
    }

    @Test(
        "pictures that can't be shown are told once, and the goods are sold in words",
        arguments: [
            ("pictures/A.PNG", "Did you mean \"pictures/a.png\"?"), ("pictures/b.png", "There is no file"),
            ("../a.png", "There is no file"), ("/etc/passwd", "There is no file"), ("pictures", "There is no file"),
            ("pictures/text.png", "a PNG or JPEG"), ("link.png", "There is no file"),
            ("other/a.png", "different names"),
        ]
    )
    func badPictures(path: String, words: String) throws {
        let header = "id,title,availability,price,quantity_to_sell_on_facebook,product_type,image_link\n"
        let rows =
            "Z,Zeta,in stock,1.00 BRL,1,Shoes,pictures/a.png\n"
            + ["A", "B"].map { "\($0),\($0)lpha,in stock,1.00 BRL,1,Shoes,\(path)\n" }.joined()
        let shop = try TemporaryShop(
            catalogue: header + rows,
            pictures: ["a.png": png, "text.png": Array("text".utf8)]
        )
        try shop.write("other/a.png", png)
        try FileManager.default.createSymbolicLink(
            atPath: shop.folder + "/link.png",
            withDestinationPath: "/etc/hostname"
        )
        let loaded = try shop.read()
        #expect(loaded.remarks.map(\.line) == [3])
        #expect(loaded.remarks.first?.description.contains(words) == true, "\(loaded.remarks)")
        #expect(loaded.catalogue["A" as SKU]?.picture == nil)
        #expect(loaded.catalogue["Z" as SKU]?.picture == "a.png")
    }

    @Test("an edit is noticed once, whatever it is")
    func watch() throws {
        let shop = try TemporaryShop()
        var watch = FolderWatch(folder: shop.folder)
        var changes: [Bool] = []
        changes.append(watch.hasChanged())
        try shop.write("catalogue.csv", Array((TemporaryShop.plainCatalogue + "\n").utf8))
        changes.append(watch.hasChanged())
        changes.append(watch.hasChanged())
        try shop.write("pictures/new.png", png)
        changes.append(watch.hasChanged())
        try FileManager.default.removeItem(atPath: shop.folder + "/pictures/new.png")
        changes.append(watch.hasChanged())
        let longAgo = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: longAgo], ofItemAtPath: shop.folder + "/shop.yaml")
        changes.append(watch.hasChanged())
        try shop.write(".shop.yaml.swp", [1])
        changes.append(watch.hasChanged())
        try FileManager.default.removeItem(atPath: shop.folder)
        changes.append(watch.hasChanged())
        #expect(changes == [false, true, false, true, true, true, false, true])
    }

    @Test("a faulty edit is told, and the shop that was read before stays as it is")
    func faultyEdit() throws {
        let shop = try TemporaryShop()
        let before = try shop.read()
        try shop.write("shop.yaml", Array("name: [".utf8))
        #expect(throws: ShopFaults.self) { try shop.read() }
        #expect(before.shop.name == "Loja")
        #expect(before.catalogue["A" as SKU] != nil)
    }
}
