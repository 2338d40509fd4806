import Commerce
import Foundation
import Kernel
import ShopFolder

/// A shop's folder for one test, deleted with it.
final class TemporaryShop: Sendable {
    let folder: String

    init(
        shop: String = plainShop,
        catalogue: [UInt8],
        questions: String = "",
        templates: String? = nil,
        posts: String? = nil,
        pictures: [String: [UInt8]] = [:]
    ) throws {
        folder = try Self.newFolder()
        try write("shop.yaml", Array(shop.utf8))
        try write("catalogue.csv", catalogue)
        try write("questions.yaml", Array(questions.utf8))
        if let posts { try write("posts.csv", Array(posts.utf8)) }
        if let templates { try write("templates.yaml", Array(templates.utf8)) }
        for (name, bytes) in pictures { try write("pictures/" + name, bytes) }
    }

    convenience init(
        shop: String = plainShop,
        catalogue: String = plainCatalogue,
        questions: String = "",
        templates: String? = nil,
        posts: String? = nil,
        pictures: [String: [UInt8]] = [:]
    ) throws {
        try self.init(
            shop: shop,
            catalogue: Array(catalogue.utf8),
            questions: questions,
            templates: templates,
            posts: posts,
            pictures: pictures
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func newFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shop-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let place = URL(fileURLWithPath: folder).appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: place)
    }

    func read() throws(ShopFaults) -> LoadedShop { try ShopReader.read(.folder(folder), as: ShopID(1)) }

    var findings: [Finding] { ShopReader.check(.folder(folder)) }

    /// All that is needed, and nothing else.
    static let plainShop = """
        name: Loja
        greeting: Shoes for all.
        languages: en
        currency: BRL
        zone: America/Sao_Paulo
        collections:
          - id: all
            title: All
            line: Everything we have
            types: Shoes
        delivery:
          - id: standard
            title: Standard
            price: 0
            days: 3 days
        payment:
          - way: on-delivery
            title: Pay on delivery
        """

    static let plainCatalogue = """
        id,title,availability,price,quantity_to_sell_on_facebook,product_type,image_link
        A,Alpha,in stock,10.00 BRL,5,Shoes,https://loja.example/a.png
        """

    /// One row of the plain catalogue with other texts in some columns, quoted as needed.
    static func catalogue(_ cells: [String: String]) -> String {
        let plain = [
            "id": "A", "title": "Alpha", "availability": "in stock", "price": "10.00 BRL",
            "quantity_to_sell_on_facebook": "5", "product_type": "Shoes", "image_link": "https://loja.example/a.png",
        ].merging(cells) { $1 }
        let columns = plain.keys.sorted()
        let row = columns.map { "\"" + (plain[$0] ?? "").replacing("\"", with: "\"\"") + "\"" }
        return columns.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
    }
}
