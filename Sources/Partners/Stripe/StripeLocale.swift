import Kernel

/// The language of a hosted page, in the tags that Stripe knows.
/// - Source: Stripe API reference, "Create a Checkout Session", `locale`.
enum StripeLocale {
    /// The tag itself if Stripe has it, else its language without region; `auto`, the browser's choice, for others.
    static func tag(for language: LanguageTag) -> String {
        if known.contains(language.description) { return language.description }
        // Spain's own is `es`; any other region of Spanish is nearer to Latin America's.
        if language.language == "es", let region = language.region, region != "ES" { return "es-419" }
        // Norwegian has two written forms, of which Stripe has one.
        if language.language == "no" || language.language == "nn" { return "nb" }
        return known.contains(language.language) ? language.language : "auto"
    }

    private static let known = Set(
        """
        bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk \
        sl sv th tr vi zh zh-HK zh-TW
        """.split(separator: " ").map(String.init)
    )
}
