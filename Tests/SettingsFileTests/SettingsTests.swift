import Gateway
import Kernel
import SettingsFile
import Testing

@Suite("The gateway's settings")
struct SettingsTests {
    @Test("without settings the demo is served to the emulator beside it")
    func demo() throws {
        let settings = try SettingsText("").read()
        var expected = GatewayConfiguration()
        expected.publicURL = "http://127.0.0.1:8080"
        #expect(settings == expected)
        #expect(settings.apps == [GatewayConfiguration.demoApp])
        #expect(settings.shops == [ShopEntry.demo])
        #expect(settings.shops.first?.id == "main")
        #expect(settings.shops.first?.partners.map(\.kind) == [.stripe, .easypost])
    }

    @Test("a file that was named must be there")
    func missing() {
        #expect(throws: SettingsFault.self) {
            _ = try SettingsReader(file: "/nowhere/shopkeeper.yaml", environment: [:]).configuration()
        }
    }

    @Test("every value is read from the file")
    func values() throws {
        let settings = try SettingsText(
            """
            listen: 0.0.0.0:9000
            store: /var/lib/shop.sqlite
            publicURL: https://chat.example/
            graphURL: https://graph.facebook.com/v26.0
            billingURL: none
            billingZone: America/Sao_Paulo
            evidenceSeconds: 5
            shop: /srv/shop
            whatsAppCatalogue: 4711
            pageTemplates: [order_shipped, order_paid]
            """
        ).read()
        #expect(settings.host == "0.0.0.0" && settings.port == 9000)
        #expect(settings.store == "/var/lib/shop.sqlite")
        #expect(settings.publicURL == "https://chat.example")
        #expect(settings.graphURL == "https://graph.facebook.com/v26.0")
        #expect(settings.billingURL == nil)
        #expect(settings.billingZone.name == "America/Sao_Paulo")
        #expect(settings.evidenceSeconds == 5)
        #expect(settings.shops.first?.folder == "/srv/shop")
        #expect(settings.shops.first?.whatsAppCatalogue == "4711")
        #expect(settings.shops.first?.pageTemplates == ["order_shipped", "order_paid"])
    }

    @Test("a variable wins over the file, and an empty one does not")
    func variables() throws {
        let text = try SettingsText("listen: 127.0.0.1:1\nstore: a.sqlite\nshop: /srv/a")
        let settings = try text.read([
            "SHOPKEEPER_LISTEN": "127.0.0.1:2", "SHOPKEEPER_STORE": "", "SHOPKEEPER_SHOP": "/srv/b",
        ])
        #expect(settings.port == 2)
        #expect(settings.publicURL == "http://127.0.0.1:2")
        #expect(settings.store == "a.sqlite")
        #expect(settings.shops.first?.folder == "/srv/b")
        #expect(try SettingsText("listen: 127.0.0.1:0").read().publicURL == "")
    }

    @Test(
        "a wrong value stops the start with its line and its cure",
        arguments: [
            ("listen: 8080", 1, "host and port"), ("listen: localhost:99999", 1, "host and port"),
            ("store: a\npublicURL: chat.example", 2, "begins with https://"),
            ("billingURL: nowhere", 1, "begins with https://"), ("billingZone: Brasília", 1, "a time zone"),
            ("evidenceSeconds: 0", 1, "seconds from 1 to 3600"), ("evidenceSeconds: soon", 1, "seconds from 1"),
            ("store: a\nstroe: b", 2, "one of listen, store"), ("apps: main", 1, "a list under apps"),
            ("apps: []", 1, "a list under apps"), ("apps:\n  - channel: whatsapp", 2, "a value for name"),
            ("apps:\n  - channel: telegram\n    name: a", 2, "channel: whatsapp"),
            ("apps:\n  - channel: whatsapp\n    name: main", 2, "the secret appSecret of app main"),
            ("apps:\n  - channel: whatsapp\n    name: main\n    token: x", 4, "one of channel, name"),
            ("accounts:\n  - channel: whatsapp\n    id: 1\n    app: other", 2, "an app of this shop"),
            ("accounts:\n  - channel: whatsapp\n    app: demo", 2, "a value for id"),
            ("just words", 1, "lines such as"), ("pageTemplates: none", 1, "a list under pageTemplates"),
            ("pageTemplates:\n  - Order Paid", 2, "names of templates"),
        ]
    )
    func faults(text: String, line: Int, words: String) throws {
        let settings = try SettingsText(text)
        let fault = try #require(settings.fault())
        #expect(fault.place == "\(settings.path):\(line)", "\(fault)")
        #expect(fault.description.contains(words), "\(fault)")
        #expect(fault.remedy.hasSuffix(".") && !fault.remedy.isEmpty)
    }

    @Test("what is no YAML is told as such")
    func noYAML() throws {
        #expect(try SettingsText("listen: [a").fault()?.expected == "a YAML file")
    }

    @Test("a wrong variable is named as the place")
    func wrongVariable() throws {
        let fault = try SettingsText("").fault(["SHOPKEEPER_LISTEN": "8080"])
        #expect(fault?.place == "SHOPKEEPER_LISTEN")
    }

    @Test("secrets come from variables or files, never from the settings, and print as hidden")
    func secrets() throws {
        let file = try SettingsText(" from-a-file \n")
        let empty = try SettingsText("\n")
        func apps(_ reference: String) throws -> SettingsText {
            try SettingsText(
                "apps:\n  - channel: whatsapp\n    name: main\n    appSecret: \(reference)\naccounts:\n"
                    + "  - channel: whatsapp\n    id: 1\n    app: main"
            )
        }
        var environment = SettingsText.secrets()
        environment["SHOPKEEPER_WHATSAPP_MAIN_APP_SECRET"] = nil
        let settings = try apps("file:\(file.path)").read(environment)
        #expect(settings.apps.first?.appSecret == Secret("from-a-file"))
        #expect(settings.apps.first?.accessToken == Secret("MAIN-ACCESS_TOKEN"))
        #expect("\(settings)".contains("[hidden]") && !"\(settings)".contains("from-a-file"))
        #expect(try apps("plain-words").fault(environment)?.expected == "the secret appSecret of app main")
        #expect(try apps("file:/nowhere/at/all").fault(environment)?.expected == "a readable file at /nowhere/at/all")
        #expect(try apps("file:\(empty.path)").fault(environment)?.expected == "a secret in \(empty.path)")
    }

    @Test("a shop of its own has none of the demo's partners, whose secrets everyone knows")
    func noDemoPartners() throws {
        let text = """
            apps:
              - channel: whatsapp
                name: main
            accounts:
              - channel: whatsapp
                id: 1
                app: main
            """
        #expect(try SettingsText(text).read(SettingsText.secrets()).shops.first?.partners == [])
        #expect(try SettingsText("shop: /srv/a").read().shops.first?.partners.isEmpty == false)
    }

    private static let pages = """
        apps:
          - channel: messenger
            name: main
            appID: 151777000111222
            graphURL: https://graph.other.example/v26.0/
        accounts:
          - channel: messenger
            id: "100"
            app: main
          - channel: messenger
            id: "200"
            app: main
        """

    @Test("Pages have tokens of their own, or share their app's")
    func accountTokens() throws {
        var secrets = [
            "SHOPKEEPER_MESSENGER_MAIN_APP_SECRET": "s", "SHOPKEEPER_MESSENGER_MAIN_VERIFY_TOKEN": "v",
            "SHOPKEEPER_MESSENGER_100_ACCESS_TOKEN": "first", "SHOPKEEPER_MESSENGER_200_ACCESS_TOKEN": "second",
        ]
        let settings = try SettingsText(Self.pages).read(secrets)
        #expect(settings.shops.first?.accounts.map(\.accessToken) == [Secret("first"), Secret("second")])
        #expect(settings.apps.first?.appID == "151777000111222")
        #expect(settings.apps.first?.graphURL == "https://graph.other.example/v26.0")
        secrets["SHOPKEEPER_MESSENGER_200_ACCESS_TOKEN"] = nil
        let fault = try SettingsText(Self.pages).fault(secrets)
        #expect(fault?.expected == "the secret accessToken of account 200")
        #expect(fault?.remedy.contains("SHOPKEEPER_MESSENGER_200_ACCESS_TOKEN") == true)
        secrets["SHOPKEEPER_MESSENGER_MAIN_ACCESS_TOKEN"] = "shared"
        let shared = try SettingsText(Self.pages).read(secrets)
        #expect(shared.shops.first?.accounts.map(\.accessToken) == [Secret("first"), nil])
        #expect(shared.apps.first?.accessToken == Secret("shared"))
    }

    @Test("a token never stands in the settings, and a business account only at a number")
    func accountFaults() throws {
        let secrets = [
            "SHOPKEEPER_MESSENGER_MAIN_APP_SECRET": "s", "SHOPKEEPER_MESSENGER_MAIN_VERIFY_TOKEN": "v",
            "SHOPKEEPER_MESSENGER_MAIN_ACCESS_TOKEN": "a",
        ]
        let bare = try SettingsText(Self.pages + "\n    accessToken: EAAG").fault(secrets)
        #expect(bare?.expected == "the secret accessToken of account 200")
        #expect(bare?.remedy.contains("Secrets are not read from this file.") == true)
        let business = try SettingsText(Self.pages + "\n    businessAccount: 7").fault(secrets)
        #expect(business?.expected == "businessAccount at a WhatsApp number only")
        #expect(try SettingsText("").read().shops.first?.accounts.first?.businessAccount == "210987654321098")
    }
}
