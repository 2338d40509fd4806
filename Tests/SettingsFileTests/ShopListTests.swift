import Gateway
import Kernel
import Messaging
import SettingsFile
import Testing

@Suite("Several shops in one gateway's settings")
struct ShopListTests {
    private static let two = """
        shops:
          - id: sea
            folder: /srv/sea
            whatsAppCatalogue: 11
            billingZone: America/Sao_Paulo
            apps:
              - channel: whatsapp
                name: sea
            accounts:
              - channel: whatsapp
                id: 1001
                label: +55 11 4000-0000
                app: sea
            partners:
              - kind: stripe
                name: sea
                successURL: https://sea.example/thanks
              - kind: website
                name: sea
          - id: hill
            folder: /srv/hill
            apps:
              - channel: whatsapp
                name: hill
            accounts:
              - channel: whatsapp
                id: 1002
                app: hill
            partners:
              - kind: stripe
                name: hill
                baseURL: http://127.0.0.1:9/
              - kind: easypost
                name: hill
        """
    private static let secrets = SettingsText.secrets(
        apps: ["sea", "hill"],
        stripe: ["sea", "hill"],
        others: ["website_sea", "easypost_hill"]
    )

    private func fault(replacing old: String = "", with new: String = "") throws -> SettingsFault? {
        try SettingsText(Self.two.replacing(old, with: new)).fault(Self.secrets)
    }

    @Test("each shop has its own folder, numbers, apps, zone and partners")
    func two() throws {
        let settings = try SettingsText(Self.two).read(Self.secrets)
        #expect(settings.shops.map(\.id) == ["sea", "hill"])
        #expect(settings.shops.map(\.folder) == ["/srv/sea", "/srv/hill"])
        #expect(settings.shops.map(\.whatsAppCatalogue) == ["11", nil])
        #expect(settings.shops.map(\.billingZone?.name) == ["America/Sao_Paulo", nil])
        #expect(settings.shops.map { $0.accounts.map(\.externalID) } == [["1001"], ["1002"]])
        #expect(settings.shops.flatMap(\.accounts).map(\.label) == ["+55 11 4000-0000", "1002"])
        #expect(settings.apps.map(\.name) == ["sea", "hill"])
        let partners = settings.shops.map(\.partners)
        #expect(partners[0].map(\.kind) == [.stripe, .website])
        #expect(partners[0][0].baseURL == "https://api.stripe.com")
        #expect(partners[0][0].secretKey == Secret("sk-SEA"))
        #expect(partners[0][0].webhookSecret == Secret("whsec-SEA"))
        #expect(partners[0][0].successURL == "https://sea.example/thanks")
        #expect(partners[0][1].webhookSecret == Secret("secret-website_sea"))
        #expect(partners[1][0].baseURL == "http://127.0.0.1:9")
        #expect(partners[1][1].secretKey == Secret(""))
    }

    @Test("an app at the top serves all shops, one within a shop only that shop")
    func sharedApp() throws {
        let text = """
            apps:
              - channel: whatsapp
                name: main
            shops:
              - id: sea
                folder: a
                accounts: [{channel: whatsapp, id: 1, app: main}]
              - id: hill
                folder: b
                accounts: [{channel: whatsapp, id: 2, app: main}]
            """
        let settings = try SettingsText(text).read(SettingsText.secrets())
        #expect(settings.apps.map(\.name) == ["main"])
        #expect(settings.shops.flatMap(\.accounts).map(\.app) == ["main", "main"])
        let fault = try fault(replacing: "app: hill", with: "app: sea")
        #expect(fault?.expected == "an app of this shop")
    }

    @Test(
        "what two shops may not share is a fault",
        arguments: [
            ("id: hill\n", "id: sea\n", "an id that no other shop has"),
            ("folder: /srv/hill", "folder: /srv/./sea/", "a folder of its own"),
            ("id: 1002", "id: 1001", "each account once"),
            (
                "  - kind: stripe\n        name: hill", "  - kind: stripe\n        name: sea",
                "a name of its own for each partner"
            ),
            ("kind: website", "kind: stripe", "at most one stripe for a shop"),
            ("    name: hill\n    accounts", "    name: sea\n    accounts", "an app of this shop"),
            ("id: sea\n", "id: Sea Shop\n", "small letters, digits and hyphens"),
            ("    folder: /srv/hill\n", "", "a value for folder"),
            ("kind: easypost", "kind: ups", "one of stripe, easypost, website"),
            ("shops:", "shop: /srv/x\nshops:", "shop within an entry of shops"),
            ("shops:", "accounts: []\nshops:", "accounts within an entry of shops"),
            ("    folder: /srv/sea", "    place: x", "one of id, folder"),
        ]
    )
    func faults(old: String, new: String, words: String) throws {
        #expect(Self.two.contains(old))
        let fault = try #require(try fault(replacing: old, with: new))
        #expect(fault.expected.contains(words), "\(fault)")
        #expect(fault.remedy.hasSuffix("."))
    }

    @Test("two partners of one kind, and two apps of one name, are faults wherever they stand")
    func twice() throws {
        let kinds = Self.two.replacing(
            "      - kind: website\n        name: sea",
            with: "      - kind: stripe\n        name: hill2"
        )
        var secrets = Self.secrets
        secrets.merge(SettingsText.secrets(stripe: ["hill2"])) { $1 }
        #expect(try SettingsText(kinds).fault(secrets)?.expected == "at most one stripe for a shop")
        let apps = Self.two.replacing("name: hill\n    accounts", with: "name: sea\n    accounts")
            .replacing("app: hill", with: "app: sea")
        #expect(try SettingsText(apps).fault(Self.secrets)?.expected == "a name of its own for each app")
    }

    @Test("a folder given by variable fits no list of shops")
    func variable() throws {
        var environment = Self.secrets
        environment["SHOPKEEPER_SHOP"] = "/srv/other"
        let fault = try SettingsText(Self.two).fault(environment)
        #expect(fault?.place == "SHOPKEEPER_SHOP")
    }

    @Test("a missing secret names its variable")
    func missingSecret() throws {
        var environment = Self.secrets
        environment["SHOPKEEPER_STRIPE_HILL_WEBHOOK_SECRET"] = nil
        let fault = try SettingsText(Self.two).fault(environment)
        #expect(fault?.remedy.contains("SHOPKEEPER_STRIPE_HILL_WEBHOOK_SECRET") == true)
    }
}
