/// The question where something shall go, with what else can be chosen there.
package struct AddressRequest: Hashable, Codable, Sendable {
    package var choices: Choices
    /// The form in which the address can be filled in, where the shop has one.
    package var form: FormOffer?

    package init(_ choices: Choices, form: FormOffer? = nil) {
        self.choices = choices
        self.form = form
    }
}

/// A form that opens inside the chat, on channels that have such forms.
///
/// - Source: WhatsApp Business Platform, "Flows".
package struct FormOffer: Hashable, Codable, Sendable {
    /// The platform's id of the form, such as `900800700600`.
    package var id: String
    /// The words on the button that opens it.
    package var label: String
    /// What comes back with the answers, to tell them from those of other forms.
    package var token: String

    package init(id: String, label: String, token: String) {
        self.id = id
        self.label = label
        self.token = token
    }
}
