import CCurl
import Kernel
import Ports

/// One libcurl easy handle, reused for call after call, with the answer that is arriving on it.
///
/// Lives on the transport's thread. What stays the same from call to call is not set again.
@safe
final class Transfer {
    /// The handle itself; freed with this object.
    let raw: UnsafeMutableRawPointer
    /// The call under way; nil while the transfer lies in its lane's pool.
    private(set) var job: CallJob?
    /// What has come of its answer so far.
    private var answer = ArrivingAnswer()

    private let limits: CurlLimits
    private let errorText: UnsafeMutablePointer<CChar>
    private var url = ""
    private var method = ""
    private var list: HeaderList?
    private var timeout: Int64 = 0

    /// Nil if memory ran out.
    init?(limits: CurlLimits) {
        guard let raw = unsafe curl_easy_init() else { return nil }
        unsafe self.raw = raw
        self.limits = limits
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setUp()
        connectCallbacks()
    }

    deinit {
        unsafe curl_easy_cleanup(raw)
        unsafe errorText.deallocate()
    }

    /// The transfer that owns a handle; nil for a handle that is none of ours.
    static func of(_ raw: UnsafeMutableRawPointer?) -> Transfer? {
        var object: UnsafeMutableRawPointer?
        guard unsafe ccurl_get_object(raw, &object) == CURLE_OK, let object = unsafe object else { return nil }
        return unsafe Unmanaged<Transfer>.fromOpaque(object).takeUnretainedValue()
    }

    /// Makes the handle ready for a call that may take so long; false if libcurl refuses part of it.
    func prepare(_ job: CallJob, headers: HeaderList, milliseconds: Int64) -> Bool {
        let call = job.call
        self.job = job
        answer.clear()
        unsafe errorText.pointee = 0
        if timeout != milliseconds {
            guard set(CURLOPT_TIMEOUT_MS, Int(milliseconds)) else { return false }
            timeout = milliseconds
        }
        if url != call.url {
            guard set(CURLOPT_URL, call.url) else { return false }
            url = call.url
        }
        if list !== headers {
            guard unsafe ccurl_set_list(raw, CURLOPT_HTTPHEADER, headers.first) == CURLE_OK else { return false }
            list = headers
        }
        return setMethod(call.method, hasBody: !call.body.isEmpty) && setBody(call.body)
    }

    /// What is known of the call under way, now that it has ended or is given up with the words given.
    func outcome(code: CURLcode, words: String? = nil) -> HTTPOutcome {
        if code == CURLE_OK { return .answered(answer.finished(status: number(CURLINFO_RESPONSE_CODE))) }
        let detail = unsafe answer.complaint ?? words ?? String(cString: errorText)
        return CallFate.outcome(
            requestBytes: number(CURLINFO_REQUEST_SIZE),
            reason: CallFate.reason(code, detail: detail)
        )
    }

    /// Whether the call that has ended went over HTTP/2 or later.
    var sharedItsConnection: Bool { number(CURLINFO_HTTP_VERSION) >= Int(CURL_HTTP_VERSION_2_0) }

    /// Gives up the call, so that the transfer may be used for another.
    func release() -> CallJob? {
        defer { job = nil }
        return job
    }
}

extension Transfer {
    /// Takes body bytes; false ends the transfer.
    func take(body bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe answer.take(body: bytes, limit: limits.answerBytes)
    }

    /// Takes one line of the answer's head; false ends the transfer.
    func take(line bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe answer.take(line: bytes, limit: limits.headBytes)
    }

    /// Whether the request may go out on the connection libcurl has found for it.
    ///
    /// When a kept connection breaks before the first byte of an answer, libcurl sends the request again by itself on a
    /// new one. The other side may have taken the first, so a second sending is refused unless nothing of the first
    /// left this machine.
    func mayGoOut() -> Bool {
        guard number(CURLINFO_REQUEST_SIZE) > 0 else { return true }
        answer.complain("the connection was closed before an answer came")
        return false
    }

    private func setMethod(_ wanted: String, hasBody: Bool) -> Bool {
        let shape = wanted == "POST" || hasBody ? "POST" : wanted == "HEAD" ? "HEAD" : "GET"
        let key = shape == wanted ? wanted : "\(shape) as \(wanted)"
        guard key != method else { return true }
        method = key
        let isSet =
            switch shape {
            case "POST": set(CURLOPT_NOBODY, 0) && set(CURLOPT_POST, 1)
            case "HEAD": set(CURLOPT_HTTPGET, 1) && set(CURLOPT_NOBODY, 1)
            default: set(CURLOPT_NOBODY, 0) && set(CURLOPT_HTTPGET, 1)
            }
        return isSet && set(CURLOPT_CUSTOMREQUEST, shape == wanted ? nil : wanted)
    }

    private func setBody(_ body: [UInt8]) -> Bool {
        guard method.hasPrefix("POST") else { return true }
        guard unsafe ccurl_set_size(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)) == CURLE_OK else {
            return false
        }
        guard !body.isEmpty else { return set(CURLOPT_COPYPOSTFIELDS, "") }
        return unsafe body.withUnsafeBytes {
            unsafe ccurl_set_bytes(raw, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) == CURLE_OK
        }
    }

    private func setUp() {
        _ = set(CURLOPT_NOSIGNAL, 1)
        _ = set(CURLOPT_PROTOCOLS_STR, "http,https")
        _ = set(CURLOPT_FOLLOWLOCATION, 0)
        _ = set(CURLOPT_SSL_VERIFYPEER, 1)
        _ = set(CURLOPT_SSL_VERIFYHOST, 2)
        _ = set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        _ = set(CURLOPT_TCP_KEEPALIVE, 1)
        _ = set(CURLOPT_CONNECTTIMEOUT_MS, Int(limits.connect.milliseconds))
        _ = set(CURLOPT_MAXAGE_CONN, max(1, Int(limits.idleConnection.milliseconds / 1000)))
        _ = set(CURLOPT_USERAGENT, limits.userAgent)
        // An empty text switches off the proxies of the environment; nil would let them in.
        _ = set(CURLOPT_PROXY, limits.proxy ?? "")
        _ = unsafe ccurl_set_object(raw, CURLOPT_ERRORBUFFER, errorText)
    }

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe ccurl_set_long(raw, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String?) -> Bool {
        unsafe ccurl_set_string(raw, option, value) == CURLE_OK
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        _ = unsafe ccurl_get_long(raw, info, &value)
        return value
    }
}
