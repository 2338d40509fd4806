import Kernel

/// Texts and languages of a front as the platforms want them.
enum FrontWording {
    /// One line within a limit: the sentences that fit, else the words.
    static func fitting(_ text: String, _ limit: Int) -> String {
        TextSplitting.pieces(of: text.oneLine, limit: .units(limit)).first ?? ""
    }

    /// A language with the region that the platform asks for: `pt_BR`, `en_US`.
    static func locale(_ tag: LanguageTag) -> String {
        if let region = tag.region { return "\(tag.language)_\(region)" }
        let usual = ["en": "US", "es": "LA", "pt": "BR", "zh": "CN", "ar": "AR", "ja": "JP", "ko": "KR", "sv": "SE"]
        return "\(tag.language)_\(usual[tag.language] ?? tag.language.uppercased())"
    }
}
