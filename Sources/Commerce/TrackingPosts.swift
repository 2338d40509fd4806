/// Posts by the country that stands at the end of a postal item's number.
enum TrackingPosts {
    /// How people call the post of a country; nil where nothing short is known.
    static func name(in country: String) -> String? { names[country] }

    private static let names = [
        "AR": "Correo Argentino", "AT": "Österreichische Post", "AU": "Australia Post", "BE": "bpost",
        "BR": "Correios", "CA": "Canada Post", "CH": "Swiss Post", "CL": "CorreosChile", "CN": "China Post",
        "DE": "Deutsche Post", "ES": "Correos", "FR": "La Poste", "GB": "Royal Mail", "HK": "Hongkong Post",
        "ID": "Pos Indonesia", "IE": "An Post", "IN": "India Post", "IT": "Poste Italiane", "JP": "Japan Post",
        "KR": "Korea Post", "MX": "Correos de México", "MY": "Pos Malaysia", "NL": "PostNL", "PT": "CTT",
        "SG": "Singapore Post", "TH": "Thailand Post", "TW": "Chunghwa Post", "US": "USPS",
        "ZA": "South African Post Office",
    ]
}
