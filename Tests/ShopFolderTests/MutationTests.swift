import Commerce
import Foundation
import Kernel
import ShopFolder
import Testing

@Suite("Files that something went wrong with")
struct MutationTests {
    @Test("never end the program, and each finding names a file and a line that is there", arguments: UInt64(1)...40)
    func mutations(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try TemporaryShop.newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try ShopWriter.writeDemo(to: folder + "/shop")
        let files = ["shop.yaml", "catalogue.csv", "questions.yaml", "templates.yaml", "posts.csv"]
        for file in files where Int.random(in: 0...2, using: &random) > 0 {
            let place = URL(fileURLWithPath: folder + "/shop/" + file)
            var bytes = [UInt8](try Data(contentsOf: place))
            for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, using: &random) }
            try Data(bytes).write(to: place)
        }
        let findings = ShopReader.check(.folder(folder + "/shop"))
        for finding in findings {
            #expect(files.contains(finding.file))
            #expect(finding.line >= 1)
            #expect(
                !finding.expected.isEmpty && (finding.remedy.hasSuffix(".") || finding.remedy.hasSuffix("?")),
                "\(finding)"
            )
        }
        do throws(ShopFaults) {
            let loaded = try ShopReader.read(.folder(folder + "/shop"), as: ShopID(1))
            #expect(loaded.remarks == findings)
            #expect(loaded.listed.values.allSatisfy { $0 >= 0 })
            #expect(loaded.catalogue.products.allSatisfy { !$0.variants.isEmpty })
            #expect(loaded.catalogue.collections.flatMap(\.products).allSatisfy { loaded.catalogue[$0] != nil })
        } catch {
            #expect(error.findings == findings)
            #expect(findings.contains { $0.severity == .fault })
        }
    }

    /// One slip of a hand, a program or a disk.
    private func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...200, using: &random))
        switch Int.random(in: 0...8, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.removeLast(bytes.count - place)
        case 5:
            bytes.insert(
                UInt8(
                    ascii: ["\"", ":", "-", "\t", "#", ";", "\n", "[", "{", "&", "*", "\0"].randomElement(
                        using: &random
                    ) ?? "\""
                ),
                at: place
            )
        case 6: bytes = bytes.map { $0 == 0x0A ? 0x0D : $0 }
        case 7: bytes = [0xFF, 0xFE] + bytes
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        }
    }

    @Test("a hundred thousand rows become a catalogue, and a hundred thousand faults a short report")
    func manyRows() throws {
        var text =
            "id,item_group_id,title,description,availability,price,quantity_to_sell_on_facebook,product_type,size,image_link\n"
        for number in 0..<100_000 {
            text +=
                "S-\(number),G-\(number / 10),Shoe \(number / 10),\"Light, and good\",in stock,\(number % 90 + 10).90 BRL,\(number % 7),Shoes > Low,\(number % 10 + 35),https://l.example/x.png\n"
        }
        let shop = try TemporaryShop(catalogue: text)
        let loaded = try shop.read()
        #expect(loaded.catalogue.products.count == 10_000)
        #expect(loaded.listed.count == 100_000)
        #expect(loaded.catalogue.collection("all")?.products.count == 10_000)
        #expect(loaded.remarks == [])
        let broken = try TemporaryShop(catalogue: text.replacing(".90 BRL", with: ".90 EUR"))
        let findings = broken.findings
        #expect(findings.count == 1001)
        #expect(findings.last?.remedy.hasPrefix("There are ") == true)
    }
}
