import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Addresses that are filled into a form")
struct AddressFormTests {
    /// A shop with a form, and one article in the cart.
    private func chat(form: String? = "900800700600", on channel: ChannelKind = .whatsapp) -> Chat {
        var chat = Chat()
        chat.shop.addressForm = form
        chat.channel = channel
        chat.facts.isNew = false
        chat.say("praia low 38")
        chat.tap("Buy")
        return chat
    }

    private func form(_ fields: [String: String], name: String? = "flow") -> InboundEvent.Content {
        .form(Form(name: name, fields: fields))
    }

    private func request(_ chat: Chat) -> AddressRequest? {
        for case .reply(let message) in chat.effects {
            if case .addressRequest(let request) = message.content { return request }
        }
        return nil
    }

    @Test("a shop with a form offers it where the address is asked, with everything else that can be chosen")
    func offered() throws {
        var chat = chat()
        #expect(chat.text?.contains("write where it shall go") == false)
        #expect(chat.labels == ["Check out", "Keep looking", "Change cart"])
        chat.tap("Check out")
        let request = try #require(self.request(chat))
        #expect(request.form == FormOffer(id: "900800700600", label: "Fill in a form", token: "address"))
        #expect(request.choices.options.map(\.label) == ["Pick it up", "Back to cart", "Not now"])
        #expect(request.choices.text.hasPrefix("Where shall it go? Fill in the form, or write street"))
        chat.say("Rua do Porto 12, 11010-000 Santos")
        #expect(chat.text?.contains("It goes to: Rua do Porto 12, 11010-000 Santos") == true)
    }

    @Test("without a form, or on another channel, the questions of the chat are asked", arguments: ChannelKind.allCases)
    func notOffered(channel: ChannelKind) {
        var chat = chat(form: channel == .whatsapp ? nil : "900800700600", on: channel)
        let location = channel == .instagram ? "city)." : "city) or send your location."
        #expect(chat.text?.hasSuffix(location) == true, "\(chat.text ?? "silence")")
        chat.tap("Change cart")
        chat.say("check out")
        #expect(request(chat) == nil)
        let question = channel == .instagram ? "postcode and city." : "postcode and city, or send your location."
        #expect(chat.text?.hasSuffix(question) == true, "\(chat.text ?? "silence")")
    }

    @Test(
        "fields are known by what people call them, and the rest is kept",
        arguments: [
            (
                ["street": "Rua do Porto", "number": "12", "zip": "11010-000", "city": "Santos"],
                "Rua do Porto 12, 11010-000 Santos"
            ),
            (
                ["logradouro": "Rua do Porto 12", "CEP": "11010-000", "cidade": "Santos", "UF": "SP"],
                "Rua do Porto 12, 11010-000 Santos, SP"
            ),
            (
                ["Street_Address": "12 Harbour Road", "postal_code": "20040"], "12 Harbour Road, 20040"
            ),
            (
                ["addressLine1": "12 Harbour Road", "addressLine2": "flat 3", "city": "Santos", "country": "Brazil"],
                "12 Harbour Road, flat 3, Santos, Brazil"
            ),
            (
                [
                    "screen_0_Full_Name_0": "Ana Souza", "screen_0_Street_1": "Rua A", "screen_0_House_Number_2": "7",
                    "screen_1_City_0": "Recife",
                ], "Ana Souza, Rua A 7, Recife"
            ),
            (
                [
                    "name": "Ana", "phone_number": "+91 98", "in_pin_code": "400063", "house_number": "7",
                    "address": "Wing A, Sunny Heights", "city": "Mumbai", "state": "MH",
                ], "Ana, Wing A, Sunny Heights 7, 400063 Mumbai, MH, phone_number: +91 98"
            ),
            (
                ["street": "Rua A 7", "city": "Recife", "gate": "blue", "flow_token": "address"],
                "Rua A 7, Recife, gate: blue"
            ),
            (
                ["street": "Rua A, 7", "number": "7", "bairro": "Boa Vista", "city": "Recife"],
                "Rua A, 7, Boa Vista, Recife"
            ),
        ] as [([String: String], String)]
    )
    func read(fields: [String: String], line: String) {
        var chat = chat()
        chat.tap("Check out")
        chat.send(form(fields, name: fields["in_pin_code"] == nil ? "flow" : "address_message"))
        #expect(chat.facts.lastAddress?.oneLine == line)
        #expect(chat.text?.contains("How would you like to get it?") == true, "\(chat.text ?? "silence")")
    }

    @Test(
        "what is missing or says nothing is asked again, with the form",
        arguments: [
            (["street": "Rua A", "city": "Recife"], "the house number"),
            (["street": "Rua A 7"], "the postcode or city"),
            (["street": "Rua A 7", "city": "–", "zip": "?"], "the postcode or city"),
            (["city": "Recife", "number": "7"], "the street"), (["street": "7", "city": "Recife"], "the street"),
            (["flow_token": "address"], "the street, the house number, the postcode or city"),
            (["street": "[card removed]", "number": "1", "city": "Recife"], "the street"),
        ] as [([String: String], String)]
    )
    func lacking(fields: [String: String], missing: String) throws {
        var chat = chat()
        chat.tap("Check out")
        chat.send(form(fields))
        #expect(chat.facts.lastAddress == nil)
        let request = try #require(self.request(chat))
        #expect(request.choices.text.contains("does not say everything yet: \(missing)."), "\(request.choices.text)")
        #expect(request.form != nil)
        chat.send(form(["street": "Rua A 7", "city": "Recife"]))
        #expect(chat.facts.lastAddress?.oneLine == "Rua A 7, Recife")
    }

    @Test("a form about something else is no address")
    func other() {
        var chat = chat()
        chat.tap("Check out")
        chat.send(form(["stars": "5", "comment": "lovely", "flow_token": "rating"]))
        #expect(chat.facts.lastAddress == nil)
        #expect(chat.text?.hasPrefix("Thank you, I have your answers.") == true, "\(chat.text ?? "silence")")
    }

    @Test("a form that comes late keeps the address, and after the order changes it as words would")
    func late() throws {
        var chat = chat()
        chat.tap("Check out")
        let fields = ["street": "Rua A 7", "city": "Recife"]
        chat.send(form(fields))
        chat.tap("Standard")
        chat.send(form(["street": "Rua B 8", "city": "Recife"]))
        #expect(chat.text?.contains("To: Rua B 8, Recife") == true, "\(chat.text ?? "silence")")
        chat.say("menu")
        chat.send(form(fields))
        #expect(chat.facts.lastAddress?.oneLine == "Rua A 7, Recife")
        #expect(chat.text?.hasPrefix("I keep that address for your order.") == true, "\(chat.text ?? "silence")")
    }

    @Test("a form of any size and spelling is read or asked again, and never lost", arguments: UInt64(1)...200)
    func total(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let names = ["street", "city", "zip", "number", "screen_0_City_0", "", "é", "flow_token", "name", "screen_0"]
        let values = [
            "", "Rua A", "7", "\n\n", "🙂", String(repeating: "x ", count: 300), "Santos", "address", "\u{202E}a",
        ]
        var fields: [String: String] = [:]
        for _ in 0..<Int(random.next(upperBound: UInt64(9))) {
            let name = names[Int(random.next(upperBound: UInt64(names.count)))]
            fields[name] = values[Int(random.next(upperBound: UInt64(values.count)))]
        }
        var chat = chat()
        chat.tap("Check out")
        chat.send(form(fields))
        #expect(chat.text?.isEmpty == false)
        #expect(!chat.labels.isEmpty)
        if let address = chat.facts.lastAddress {
            #expect((1...5).contains(address.lines.count))
            #expect(address.oneLine.utf16.count <= 250)
        }
    }
}
