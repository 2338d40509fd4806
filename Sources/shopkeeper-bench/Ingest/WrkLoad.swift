import Foundation

/// Load from `wrk` on one thread: it walks through signed requests that stand ready in a file.
struct WrkLoad {
    let connections: Int
    let seconds: Int
    /// The file of `SignedRequests`.
    let requests: String
    let script: String

    struct Result: Sendable {
        var perSecond = 0.0
        var answers = 0.0
        var p50Milliseconds = 0.0
        var p99Milliseconds = 0.0
        /// Answers that were no 2xx, broken connections and time-outs.
        var failures = 0.0
    }

    /// Reads one request a line (signature, blank, body), so that nothing is put together while the clock runs.
    static let lua = """
        local requests, at = {}, 0
        function init(args)
            for line in io.lines(args[1]) do
                local signature, body = line:match("^(%S+) (.*)$")
                requests[#requests + 1] = "POST " .. wrk.path .. " HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n"
                    .. "Content-Type: application/json\\r\\nX-Hub-Signature-256: " .. signature
                    .. "\\r\\nContent-Length: " .. #body .. "\\r\\n\\r\\n" .. body
            end
        end
        function request()
            at = at + 1
            if at > #requests then at = 1 end
            return requests[at]
        end
        function done(summary, latency)
            local errors = summary.errors
            print(string.format("figures %d %d %d %d %d", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99),
                errors.connect + errors.read + errors.write + errors.status + errors.timeout))
        end
        """

    func run(against url: String) async throws -> Result {
        let wrk = try ChildProcess(
            "/usr/bin/env",
            ["wrk", "-t1", "-c\(connections)", "-d\(seconds)s", "--timeout", "10s", "-s", script, url, "--", requests]
        )
        var words: [Double] = []
        for await line in wrk.lines where line.hasPrefix("figures ") {
            words = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        }
        wrk.finish()
        guard words.count == 5, words[1] > 0 else {
            throw BenchFault("wrk gave no figures; is it installed (Debian package wrk)?")
        }
        return Result(
            perSecond: words[0] / words[1] * 1e6,
            answers: words[0],
            p50Milliseconds: words[2] / 1000,
            p99Milliseconds: words[3] / 1000,
            failures: words[4]
        )
    }
}
