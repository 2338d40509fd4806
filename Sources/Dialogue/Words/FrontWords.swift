/// The shop as a whole.
struct FrontWords: Sendable {
    let tongue: Tongue

    func openUntil(_ clock: String) -> String {
        tongue.says(english: "Open today until \(clock).", portuguese: "Aberto hoje até \(clock).")
    }
    func opens(_ opening: String) -> String {
        tongue.says(english: "Closed now; we open \(opening).", portuguese: "Fechado agora; abrimos \(opening).")
    }
    func at(_ address: String) -> String {
        tongue.says(english: "You find us at \(address).", portuguese: "Ficamos em \(address).")
    }
    var collection: String { tongue.says(english: "Collection", portuguese: "Coleção") }
}
