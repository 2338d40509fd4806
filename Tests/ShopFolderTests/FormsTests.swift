import Commerce
import ShopFolder
import Testing

@Suite("Forms in shop.yaml")
struct FormsTests {
    private func shop(_ lines: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop + "\n" + lines + "\n")
    }

    @Test("the form for an address is known by its number, with quotes or without")
    func address() throws {
        #expect(try shop("").read().shop.addressForm == nil)
        #expect(try shop("forms:\n  address: 900800700600").read().shop.addressForm == "900800700600")
        #expect(try shop("forms:\n  address: \"900800700600\"").read().shop.addressForm == "900800700600")
    }

    @Test(
        "what can't be a form is found with a cure",
        arguments: [
            ("forms: 900800700600", Finding.Severity.fault, "Write '  address: 900800700600' below it."),
            ("forms:\n  address: delivery", .fault, "WhatsApp Manager"),
            ("forms:\n  address: 12", .fault, "WhatsApp Manager"),
            ("forms:\n  adress: 900800700600", .remark, "Did you mean \"address\"?"),
        ]
    )
    func findings(lines: String, severity: Finding.Severity, cure: String) throws {
        let findings = try shop(lines).findings
        #expect(
            findings.contains { $0.severity == severity && $0.remedy.contains(cure) && $0.file == "shop.yaml" },
            "\(findings)"
        )
    }
}
