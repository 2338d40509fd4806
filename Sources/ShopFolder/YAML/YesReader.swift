extension MappingReader {
    /// Whether a key says yes; absent is no, and what is neither is a finding.
    mutating func isYes(_ key: String, log: inout FindingLog) -> Bool {
        guard let text = text(key, log: &log)?.lowercased(), !YesWords.no.contains(text) else { return false }
        if !YesWords.yes.contains(text) {
            log.fault(
                line(key),
                expected: "yes or no after \(key):",
                remedy: "Write yes instead of \(text.quoted)."
            )
        }
        return true
    }
}

/// How people say yes and no in files.
private enum YesWords {
    static let yes: Set<String> = ["yes", "y", "true", "on", "1", "sim", "sí", "si", "ja", "oui"]
    static let no: Set<String> = ["no", "n", "false", "off", "0", "não", "nao", "nein", "non"]
}
