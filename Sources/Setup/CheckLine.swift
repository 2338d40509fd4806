import Kernel

/// One thing that was looked at: how it stands, and how to mend it.
package struct CheckLine: Sendable, Equatable {
    package enum Mark: String, Sendable {
        /// As it should be.
        case good
        /// It works, and could work better.
        case caution
        /// It doesn't work.
        case bad

        package var sign: String {
            switch self {
            case .good: "✓"
            case .caution: "!"
            case .bad: "✗"
            }
        }
    }

    package enum Topic: String, Sendable {
        case settings, folder, store, disk
        case token, appSecret = "app-secret", subscription, fields, front, catalogue, templates
        case webhook, clock, billing, payments
    }

    package let mark: Mark
    package let topic: Topic
    /// What it is about, such as `whatsapp 330044005500661`.
    package let subject: String
    /// What was found, without full stop at its end.
    package let finding: String
    /// Whole sentences; nil where nothing has to be done.
    package let cure: String?

    package static func good(_ topic: Topic, _ subject: String, _ finding: String) -> CheckLine {
        CheckLine(mark: .good, topic: topic, subject: subject, finding: finding, cure: nil)
    }

    package static func caution(_ topic: Topic, _ subject: String, _ finding: String, cure: String) -> CheckLine {
        CheckLine(mark: .caution, topic: topic, subject: subject, finding: finding, cure: cure)
    }

    package static func bad(_ topic: Topic, _ subject: String, _ finding: String, cure: String) -> CheckLine {
        CheckLine(mark: .bad, topic: topic, subject: subject, finding: finding, cure: cure)
    }

    /// The line as a person reads it.
    ///
    /// `✗ whatsapp 330…, token: it is not accepted (code 190). Make a new one …`
    package var text: String {
        let words = finding.hasSuffix(".") ? String(finding.dropLast()) : finding
        return "\(mark.sign) \(subject), \(topic.rawValue): \(words)" + (cure.map { ". \($0)" } ?? "")
    }

    /// The line as a program reads it.
    ///
    /// `{"mark":"bad","topic":"token","subject":"whatsapp 330…","finding":"…","cure":"…"}`.
    package var json: String {
        var json = JSONWriter()
        json.object { line in
            line.field("mark", mark.rawValue)
            line.field("topic", topic.rawValue)
            line.field("subject", subject)
            line.field("finding", finding)
            line.field("cure", cure)
        }
        return json.text
    }
}
