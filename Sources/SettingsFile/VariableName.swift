/// The names of environment variables.
package enum VariableName {
    /// `SHOPKEEPER_WHATSAPP_MAIN_APP_SECRET` for `["whatsapp", "main", "APP_SECRET"]`.
    package static func of(_ parts: [String]) -> String {
        (["SHOPKEEPER"] + parts).map { $0.uppercased().replacing("-", with: "_") }.joined(separator: "_")
    }
}
