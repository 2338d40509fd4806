package import Kernel

/// What came of the scripts of one run.
package struct TalkReport: Sendable, Equatable {
    /// One script on one channel and one store.
    package struct Case: Sendable, Equatable {
        /// The script's file.
        package var file: String
        /// Its title, with the channel and store where there are several.
        package var name: String
        /// How long the play took.
        package var duration: Span
        /// Why it failed; `nil` when it passed.
        package var failure: String?

        package init(file: String, name: String, duration: Span, failure: String? = nil) {
            self.file = file
            self.name = name
            self.duration = duration
            self.failure = failure
        }
    }

    package var cases: [Case]

    package init(cases: [Case] = []) {
        self.cases = cases
    }

    /// How many failed.
    package var failed: Int { cases.count { $0.failure != nil } }

    /// The line that sums it up: `12 passed, 1 failed`.
    package var summary: String { "\(cases.count - failed) passed, \(failed) failed" }

    /// Every failure, then the summary.
    package var text: String {
        (cases.compactMap(\.failure) + [summary]).joined(separator: "\n\n") + "\n"
    }

    /// The report as JUnit's XML, which build servers read.
    package var junit: String {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let total = cases.reduce(Span.milliseconds(0)) { $0 + $1.duration }
        let counts = "tests=\"\(cases.count)\" failures=\"\(failed)\" time=\"\(Self.seconds(total))\""
        xml += "<testsuite name=\"conversations\" \(counts)>\n"
        for item in cases {
            let names = "classname=\"\(Self.escaped(item.file))\" name=\"\(Self.escaped(item.name))\""
            xml += "  <testcase \(names) time=\"\(Self.seconds(item.duration))\""
            guard let failure = item.failure else {
                xml += "/>\n"
                continue
            }
            let first = failure.split(separator: "\n").first.map(String.init) ?? ""
            xml +=
                ">\n    <failure message=\"\(Self.escaped(first))\">\(Self.escaped(failure))</failure>\n  </testcase>\n"
        }
        return xml + "</testsuite>\n"
    }

    private static func seconds(_ span: Span) -> String {
        let thousandths = String(span.milliseconds % 1000)
        return "\(span.milliseconds / 1000)." + String(repeating: "0", count: 3 - thousandths.count) + thousandths
    }

    /// XML text; signs XML 1.0 can't hold become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\r": result += "&#13;"
            case let low where low.value < 0x20 || low.value == 0xFFFE || low.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
