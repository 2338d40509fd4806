import Commerce
import Messaging

/// Addresses that are filled into a form; the questions of the chat stay open beside it.
extension Turn {
    /// Whether the shop has a form for addresses that opens on this channel.
    var hasAddressForm: Bool { context.channel == .whatsapp && context.shop.addressForm != nil }

    /// What is shown where an address is asked for; nil where it isn't, or where the shop has no form for it.
    func addressRequest(of reply: Choices) -> AddressRequest? {
        guard machine.aside == .none, machine.place.asksAddress, hasAddressForm, let id = context.shop.addressForm
        else {
            return nil
        }
        return AddressRequest(
            reply,
            form: FormOffer(id: id, label: words.labels.fillInForm, token: AddressForm.token)
        )
    }

    /// Takes in a form: an address, one that lacks something, or answers to what nobody asked here.
    mutating func take(_ form: Form) {
        switch AddressForm.read(form) {
        case .address(let address)?:
            if machine.place.takesAddress { takeAddress(address) } else { takeUnasked(address) }
        case .lacking(let parts)?:
            let note = words.checkout.formLacks(parts)
            guard machine.place.asksAddress else { return stay(saying: note) }
            say(note)
            go(to: machine.place)
        case nil: stay(saying: words.media.form)
        }
    }
}

extension Place {
    /// Whether an address is what is asked here.
    fileprivate var asksAddress: Bool {
        switch self {
        case .checkout(.askingAddress), .amending(_, .givingAddress): true
        default: false
        }
    }
}
