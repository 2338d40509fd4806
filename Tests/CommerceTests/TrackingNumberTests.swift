import Commerce
import Kernel
import Testing

/// Tracking numbers, by their check digits and by how people type them.
struct TrackingNumberTests {
    private func candidates(
        _ text: String,
        hasContext: Bool = true,
        phone: PhoneNumber? = nil
    ) -> [String] {
        TrackingNumber.candidates(in: text, hasContext: hasContext, excluding: phone)
            .map { "\($0.carrier ?? "?") \($0.number)" }
    }

    @Test(
        "a number that keeps its carrier's rule is that carrier's",
        arguments: [
            ("1Z5R89390357567127", "UPS"), ("1ZXX3150YW44070023", "UPS"),
            ("RB123456785GB", "Royal Mail"), ("AA123456785BR", "Correios"), ("EE876543216US", "USPS"),
            ("RR000000005KR", "Korea Post"), ("LX100000140DE", "Deutsche Post"), ("RB123456785NO", "?"),
            ("9400111206206406260787", "USPS"), ("9505511069605048600624", "USPS"),
            ("92055901649173123456789019", "USPS"), ("03071790000523483741", "USPS"), ("71969010756003077385", "USPS"),
            ("986578788855", "FedEx"), ("477179081230", "FedEx"), ("041441760228964", "FedEx"),
            ("9611020987654312345672", "FedEx"), ("3318810025", "DHL"), ("73891051146", "DHL"),
            ("JVGL0999999999", "DHL"), ("JJD099999999", "DHL"), ("GM60511234500000001", "DHL eCommerce"),
            ("TBA123456789012", "Amazon"), ("01596891410543I", "DPD"), ("15501234567890Q", "DPD"),
            ("05308012345678J", "DPD"), ("7035114477138472", "Canada Post"), ("0073938000549297", "Canada Post"),
        ]
    )
    func valid(row: (number: String, carrier: String)) {
        #expect(candidates(row.number) == ["\(row.carrier) \(row.number)"])
    }

    @Test(
        "a number with a wrong last digit, length or country is nobody's",
        arguments: [
            "1Z1111111111111111", "1Z5R8939035756712", "1Z5R8939035756712A", "RB123456786US", "RB123456785XX",
            "1B123456785GB", "9434611206206407667131", "9600111206206406260787", "71969010756003077384", "996578788855",
            "568283610012732", "3318810010", "9611020987654312345673", "JVGL099999999999", "TBX123456789012",
            "01596891410543J", "7035114477138473", "INTERNATIONALSHIPPING", "INFORMACAO2026", "CN123456786BR",
            "K7QX2M", "", "12345",
        ]
    )
    func invalid(number: String) {
        #expect(candidates(number) == [])
    }

    @Test(
        "of ten check digits one is right",
        arguments: [
            ("1Z5R89390357567127", 17), ("RB123456785GB", 10), ("9400111206206406260787", 21),
            ("9611020987654312345672", 21), ("986578788855", 11), ("041441760228964", 14), ("3318810025", 9),
            ("7035114477138472", 15),
        ]
    )
    func checkDigit(row: (number: String, place: Int)) {
        let others = (0...9).map { replaced(row.number, at: row.place, by: $0) }.filter { $0 != row.number }
        #expect(others.count == 9)
        for other in others { #expect(candidates(other) == [], "\(other)") }
    }

    @Test("a slip in any digit of a USPS number is seen")
    func slip() {
        let good = "9400111206206406260787"
        for place in 2..<22 {
            for digit in 0...9 where replaced(good, at: place, by: digit) != good {
                #expect(candidates(replaced(good, at: place, by: digit)) == [])
            }
        }
    }

    private func replaced(_ number: String, at place: Int, by digit: Int) -> String {
        String(number.prefix(place)) + String(digit) + String(number.dropFirst(place + 1))
    }

    @Test("the postal code before a number, and the bar code around it, are left out")
    func shortened() {
        #expect(candidates("420941059400111206206406260787") == ["USPS 9400111206206406260787"])
        #expect(candidates("4209410512349400111206206406260787").contains("USPS 9400111206206406260787"))
        #expect(candidates("1001921334250001000300779017972697") == ["FedEx 779017972697"])
        #expect(candidates("9601921334250001000300498765432106") == ["FedEx 498765432106"])
    }

    @Test(
        "groups, dashes, dots, small letters and unseen signs make no difference",
        arguments: [
            ("my ups number is 1Z 5R8 939 03 5756 7127, thanks", "UPS 1Z5R89390357567127"),
            ("rb 123 456 785 gb", "Royal Mail RB123456785GB"),
            ("RB-123-456-785-GB.", "Royal Mail RB123456785GB"),
            ("Rastreio:AA123456785BR, obrigada", "Correios AA123456785BR"),
            ("código AA123456785BR.Obrigada", "Correios AA123456785BR"),
            ("9400 1112 0620 6406 2607 87", "USPS 9400111206206406260787"),
            ("9865.7878.8855", "FedEx 986578788855"),
            ("RB\u{200B}123456785\u{FEFF}GB", "Royal Mail RB123456785GB"),
            ("RB\u{2011}123456785\u{2013}GB", "Royal Mail RB123456785GB"),
            ("RB１２３４５６７８５GB", "Royal Mail RB123456785GB"),
            ("https://carrier.example/track?number=1Z5R89390357567127&lang=en", "UPS 1Z5R89390357567127"),
            ("0414417 60228964", "FedEx 041441760228964"),
        ]
    )
    func typed(row: (text: String, found: String)) {
        #expect(candidates(row.text) == [row.found])
    }

    @Test("several numbers are found in the order of the text, each once")
    func several() {
        let text = "RB123456785GB and 1Z5R89390357567127, again RB 123456785 GB"
        #expect(candidates(text) == ["Royal Mail RB123456785GB", "UPS 1Z5R89390357567127"])
    }

    @Test("a number that fits two carriers names both")
    func ambiguous() {
        // FedEx's bar code may begin as a parcel's of USPS with a long postal code does.
        let both = candidates("4209410512349400111206206406260787")
        #expect(both.first == "USPS 9400111206206406260787")
        #expect(Set(both).count == both.count)
    }

    @Test("short runs of digits need a word about parcels, or the question for it")
    func context() {
        for number in ["986578788855", "3318810025", "73891051146", "GM60511234500000001"] {
            #expect(candidates("it is \(number)", hasContext: false) == [])
            #expect(candidates("it is \(number)", hasContext: true).count == 1)
            for word in ["rastreio", "Tracking", "pedido", "Envío", "FedEx", "número de seguimiento", "Paket"] {
                #expect(candidates("\(word) \(number)", hasContext: false).count == 1, "\(word)")
            }
        }
        #expect(candidates("041441760228964", hasContext: false) == ["FedEx 041441760228964"])
        #expect(candidates("RB123456785GB", hasContext: false) == ["Royal Mail RB123456785GB"])
        #expect(candidates("I want two cups 3318810025", hasContext: false) == [])
    }

    @Test(
        "the writer's own phone is no parcel's, however it is written",
        arguments: ["73891051146", "+55 73891051146", "5573891051146", "073891051146", "+5573891051146"]
    )
    func ownPhone(text: String) throws {
        let phone = try #require(PhoneNumber("+5573891051146"))
        #expect(candidates(text, phone: phone) == [])
        #expect(candidates("73891051146", phone: PhoneNumber("+14155550123")) == ["DHL 73891051146"])
    }

    @Test("a number with a plus is a phone")
    func plus() {
        #expect(candidates("call +73891051146") == [])
    }

    @Test(
        "a payment card is no tracking number",
        arguments: [
            "4242424242424242", "4242 4242 4242 4242", "378282246310005", "track 5555 5555 5555 4444",
            "6011111111111117",
        ]
    )
    func card(text: String) {
        #expect(candidates(text) == [])
    }

    @Test("a spelling has capitals and digits only, and spelling it again changes nothing")
    func normalised() {
        for text in [" rb 123.456-785 gb\u{200B}", "RB123456785GB", "RB/123_456785—GB"] {
            #expect(TrackingNumber.normalised(text) == "RB123456785GB")
        }
        #expect(TrackingNumber.normalised("١٢٣ ｘ é 🙂") == "123")
        #expect(TrackingNumber.normalised("") == "")
    }

    @Test("whatever is typed, candidates are spelt as they are stored", arguments: UInt64(1)...60)
    func anyText(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "RB", "GB", "1Z", "123456785", "9400", "1112", "0620", "6406", "2607", "87", " ", "-", ".", "+", "é",
            "\u{200B}", "🙂",
            "986578788855", "TBA", "/", "3318810025", "\n", "JVGL",
        ]
        let text = (0..<40).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        for tracker in TrackingNumber.candidates(in: text, hasContext: true, excluding: nil) {
            #expect(TrackingNumber.normalised(tracker.number) == tracker.number)
            #expect((9...39).contains(tracker.number.count))
        }
    }
}
