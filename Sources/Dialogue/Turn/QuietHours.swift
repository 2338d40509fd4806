package import Commerce
package import Kernel

extension ShopRules {
    /// When the quiet hours that hold at a moment end; nil when none hold.
    package func endOfQuiet(at now: Timestamp, in zone: Zone) -> Timestamp? {
        let local = zone.local(now)
        guard isQuiet(atMinute: local.minuteOfDay) else { return nil }
        let day = local.minuteOfDay < quietUntil ? local : zone.local(now + .hours(24))
        return zone.timestamp(
            of: LocalTime(
                year: day.year,
                month: day.month,
                day: day.day,
                hour: quietUntil / 60,
                minute: quietUntil % 60
            )
        )
    }
}

extension Shop {
    /// By which clock a shopper lives: the phone's country tells where it has one zone, else the shop's own counts.
    package func zone(of phone: PhoneNumber?) -> Zone {
        guard let home = phone?.country, home != country, let name = Self.zones[home] else { return zone }
        return Zone(name) ?? zone
    }

    /// Countries with one zone, or with one in which nearly all people live.
    ///
    /// - Source: IANA time zone database, `zone1970.tab`.
    private static let zones: [String: String] = [
        "AE": "Asia/Dubai", "AR": "America/Argentina/Buenos_Aires", "AT": "Europe/Vienna", "BD": "Asia/Dhaka",
        "BE": "Europe/Brussels", "BO": "America/La_Paz", "BR": "America/Sao_Paulo", "CH": "Europe/Zurich",
        "CL": "America/Santiago", "CO": "America/Bogota", "CZ": "Europe/Prague", "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen", "EC": "America/Guayaquil", "EG": "Africa/Cairo", "ES": "Europe/Madrid",
        "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London", "GH": "Africa/Accra",
        "GR": "Europe/Athens", "HK": "Asia/Hong_Kong", "IE": "Europe/Dublin", "IL": "Asia/Jerusalem",
        "IN": "Asia/Kolkata", "IT": "Europe/Rome", "JP": "Asia/Tokyo", "KE": "Africa/Nairobi", "KR": "Asia/Seoul",
        "LK": "Asia/Colombo", "MA": "Africa/Casablanca", "MY": "Asia/Kuala_Lumpur", "NG": "Africa/Lagos",
        "NL": "Europe/Amsterdam", "NO": "Europe/Oslo", "PE": "America/Lima", "PH": "Asia/Manila",
        "PK": "Asia/Karachi", "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "PY": "America/Asuncion",
        "SA": "Asia/Riyadh", "SE": "Europe/Stockholm", "SG": "Asia/Singapore", "TH": "Asia/Bangkok",
        "TR": "Europe/Istanbul", "UY": "America/Montevideo", "VE": "America/Caracas", "VN": "Asia/Ho_Chi_Minh",
        "ZA": "Africa/Johannesburg",
    ]
}
