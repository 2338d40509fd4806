import Commerce
import Kernel
import Messaging

/// Reads the answers of a form as a postal address, by what the fields are called; whoever made the form chose the names.
struct AddressForm {
    /// What a field holds; in the order of the lines of a label.
    enum Part: CaseIterable, Hashable {
        case name, street, number, extra, district, postcode, city, state, country
    }

    /// What a form turned out to be.
    enum Reading: Equatable {
        case address(DeliveryAddress)
        /// An address without these parts, or with nothing to be read in them.
        case lacking([Part])
    }

    /// Comes back with the answers of a form that was sent to ask for an address.
    static let token = "address"

    private var parts: [Part: String] = [:]
    /// Answers to fields that no address has, as the form calls them.
    private var others: [(name: String, value: String)] = []
    private var isAddress = false

    /// Nil for forms about something else.
    static func read(_ form: Form) -> Reading? {
        var reader = AddressForm()
        for (field, value) in form.fields.sorted(by: { $0.key < $1.key }) { reader.take(field, value) }
        guard reader.isAddress else { return nil }
        let missing = reader.missing
        return missing.isEmpty ? .address(reader.address) : .lacking(missing)
    }

    private mutating func take(_ field: String, _ written: String) {
        let value = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if Self.isToken(field) {
            isAddress = isAddress || value == Self.token
            return
        }
        guard let part = AddressFieldNames.part(of: field) else {
            if Self.says(value) { others.append((field, value)) }
            return
        }
        if part.isOfAddressAlone { isAddress = true }
        guard Self.says(value) else { return }
        if let first = parts[part], first != value {
            parts[part] = first + ", " + value
        } else {
            parts[part] = value
        }
    }

    private static func isToken(_ field: String) -> Bool { field == "flow_token" }

    /// Whether anything can be read in it, and no card number stood there.
    private static func says(_ value: String) -> Bool {
        value.contains { $0.isLetter || $0.isNumber } && !value.contains(CardMask.replacement)
    }

    /// A parcel needs a street, a house, and a town or its postcode.
    private var missing: [Part] {
        var missing: [Part] = []
        if parts[.street]?.contains(where: \.isLetter) != true { missing.append(.street) }
        if parts[.number] == nil, parts[.street]?.contains(where: \.isNumber) != true { missing.append(.number) }
        if parts[.city] == nil, parts[.postcode]?.contains(where: \.isNumber) != true { missing.append(.city) }
        return missing
    }

    private var address: DeliveryAddress {
        let street = parts[.street] ?? ""
        let number = parts[.number].flatMap { Self.words(of: street).contains($0) ? nil : $0 }
        let house = [[street, number].joined(by: " "), parts[.extra]].joined(by: ", ")
        let town = [[parts[.postcode], parts[.city]].joined(by: " "), parts[.state]].joined(by: ", ")
        let lines = [parts[.name], house, parts[.district], town, parts[.country]].compactMap(\.self)
        let notes = others.map { "\($0.name): \($0.value)" }
        return DeliveryAddress(lines: AddressReader.lines(of: (lines + notes).joined(separator: "\n")))
    }

    private static func words(of text: String) -> [String] {
        text.split { $0 == " " || $0 == "," }.map(String.init)
    }
}

extension AddressForm.Part {
    /// Whether forms about other things hardly ask for it.
    fileprivate var isOfAddressAlone: Bool { self == .street || self == .postcode || self == .city }
}

extension [String?] {
    /// Those that are there and say something.
    fileprivate func joined(by separator: String) -> String {
        compactMap(\.self).filter { !$0.isEmpty }.joined(separator: separator)
    }
}

/// How fields of address forms are called, in the languages of shops and in the platforms' own forms.
///
/// - Source: WhatsApp Cloud API, address messages; names are else whatever the form's maker wrote.
enum AddressFieldNames {
    /// Such as `zip`, `houseNumber`, `in_pin_code`, or `screen_0_Postal_Code_1` as the form builder makes them.
    static func part(of field: String) -> AddressForm.Part? {
        var words = words(of: field)
        let isBuilt = words.count > 2 && words[0] == "screen" && words[1].isNumber
        if isBuilt {
            words.removeFirst(2)
            if let last = words.last, last.isNumber { words.removeLast() }
        }
        return parts[words.joined()] ?? parts[words.filter { !$0.isNumber }.joined()]
    }

    /// Letters and digits apart, also where only a capital tells.
    private static func words(of field: String) -> [String] {
        var spaced = ""
        var before: Character = " "
        for sign in field {
            let begins = sign.isUppercase && before.isLowercase || sign.isNumber != before.isNumber
            spaced += begins ? " \(sign)" : "\(sign)"
            before = sign
        }
        return WordStem.words(spaced)
    }

    private static let parts: [String: AddressForm.Part] = {
        var parts: [String: AddressForm.Part] = [:]
        for (part, names) in names { for name in names { parts[name] = part } }
        return parts
    }()

    private static let names: [AddressForm.Part: [String]] = [
        .name: [
            "name", "fullname", "recipient", "recipientname", "contactname", "nome", "nomecompleto", "destinatario",
            "nombre",
        ],
        .street: [
            "street", "street1", "streetname", "streetaddress", "address", "address1", "addressline", "addressline1",
            "deliveryaddress", "line1", "road", "rua", "logradouro", "endereco", "endereco1", "avenida", "calle",
            "direccion", "strasse",
        ],
        .number: [
            "number", "housenumber", "houseno", "house", "streetnumber", "buildingnumber", "numero", "num", "nr", "no",
            "hausnummer",
        ],
        .extra: [
            "street2", "address2", "addressline2", "line2", "apartment", "apt", "unit", "flat", "suite", "floor",
            "floornumber", "towernumber", "building", "buildingname", "complement", "complemento", "apartamento",
            "landmark", "landmarkarea", "referencia", "pontodereferencia",
        ],
        .district: ["district", "neighbourhood", "neighborhood", "bairro", "suburb", "area", "distrito", "colonia"],
        .city: ["city", "town", "cidade", "municipio", "localidade", "ciudad", "ort", "stadt"],
        .state: ["state", "province", "region", "uf", "estado", "county", "provincia"],
        .postcode: [
            "postcode", "postalcode", "zip", "zipcode", "cep", "pincode", "inpincode", "sgpostcode", "plz",
            "codigopostal",
        ],
        .country: ["country", "pais", "land"],
    ]
}
