import CCurl
import Ports

/// Tells apart what surely stayed here from what may have arrived.
enum CallFate {
    /// The outcome of a transfer that ended without a whole answer.
    ///
    /// libcurl counts each byte of the request that it hands to the connection (`CURLINFO_REQUEST_SIZE`); while that
    /// count is zero, the other side can't have seen the call, whatever went wrong. The requirement of a proxy to be
    /// asked first counts as sent, which errs on the safe side.
    static func outcome(requestBytes: Int, reason: String) -> HTTPOutcome {
        requestBytes == 0 ? .notSent(reason) : .lost(reason)
    }

    /// What went wrong, in libcurl's own words, which name host and port but neither fields nor body.
    static func reason(_ code: CURLcode, detail: String) -> String {
        detail.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : detail
    }
}
