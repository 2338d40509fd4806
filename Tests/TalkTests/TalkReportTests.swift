import Kernel
import Talk
import Testing

@Suite("The report of a run")
struct TalkReportTests {
    private let report = TalkReport(cases: [
        .init(file: "a.talk", name: "Ana & Ben", duration: .milliseconds(12)),
        .init(file: "b.talk", name: "Two", duration: .milliseconds(1005), failure: "b.talk:3: <x>\n- \"a\"\n+ \u{1}b"),
    ])

    @Test("the last line says how many passed and failed")
    func summary() {
        #expect(report.summary == "1 passed, 1 failed")
        #expect(report.text == "b.talk:3: <x>\n- \"a\"\n+ \u{1}b\n\n1 passed, 1 failed\n")
    }

    @Test("JUnit's XML escapes what XML can't hold")
    func junit() {
        #expect(
            report.junit == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="conversations" tests="2" failures="1" time="1.017">
                  <testcase classname="a.talk" name="Ana &amp; Ben" time="0.012"/>
                  <testcase classname="b.talk" name="Two" time="1.005">
                    <failure message="b.talk:3: &lt;x&gt;">b.talk:3: &lt;x&gt;
                - &quot;a&quot;
                + \u{FFFD}b</failure>
                  </testcase>
                </testsuite>

                """
        )
    }
}
