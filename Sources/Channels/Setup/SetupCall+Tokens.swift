package import Kernel

extension SetupCall {
    /// Lets a token of Instagram's own host live for another 60 days; it must be a day old, and still alive.
    ///
    /// Answers `{"access_token":…,"token_type":"bearer","expires_in":5183944}`.
    /// - Source: Instagram API with Instagram Login, `refresh_access_token`.
    package static func renewal(of token: String) -> SetupCall {
        let pairs = [Pair("grant_type", "ig_refresh_token"), Pair("access_token", token)]
        var call = SetupCall(.get, "refresh_access_token", query: pairs)
        call.isVersioned = false
        return call
    }
}

extension SetupReading {
    /// The token that opens the door from now on, and how long; nil for an answer that names none.
    package static func renewal(_ answer: JSONValue) -> (token: String, life: Span?)? {
        guard let token = answer["access_token"]?.filled else { return nil }
        let seconds = answer["expires_in"]?.text.flatMap { Int64($0) }
        return (token, seconds.flatMap { (1...315_360_000).contains($0) ? .seconds($0) : nil })
    }
}
