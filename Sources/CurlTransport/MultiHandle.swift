import CCurl

/// libcurl's set of running transfers, with the connections they share.
///
/// One thread owns it; only `wakeUp` may be called from elsewhere.
/// - Source: libcurl, `curl_multi_wakeup`.
@safe
final class MultiHandle: @unchecked Sendable {
    private let raw: UnsafeMutableRawPointer

    /// Nil if memory ran out.
    init?(limits: CurlLimits) {
        guard CurlLibrary.isReady, let raw = unsafe curl_multi_init() else { return nil }
        unsafe self.raw = raw
        _ = unsafe ccurl_multi_set_long(raw, CURLMOPT_MAX_HOST_CONNECTIONS, limits.connectionsPerHost)
        _ = unsafe ccurl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, limits.connectionsPerHost * 8)
    }

    deinit { _ = unsafe curl_multi_cleanup(raw) }

    /// Starts a transfer at the next `perform`.
    func add(_ transfer: Transfer) -> Bool {
        unsafe curl_multi_add_handle(raw, transfer.raw) == CURLM_OK
    }

    /// Takes a transfer out; one still running loses its connection.
    func remove(_ transfer: Transfer) {
        _ = unsafe curl_multi_remove_handle(raw, transfer.raw)
    }

    /// Moves every transfer on as far as it goes without waiting.
    func perform() {
        var running: Int32 = 0
        _ = unsafe curl_multi_perform(raw, &running)
    }

    /// The next transfer that has ended, and how.
    func nextFinished() -> (transfer: Transfer, code: CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(raw, &left) {
            if unsafe message.pointee.msg == CURLMSG_DONE,
                let transfer = unsafe Transfer.of(message.pointee.easy_handle)
            {
                return unsafe (transfer, message.pointee.data.result)
            }
        }
        return nil
    }

    /// Sleeps until a connection has news, `wakeUp` is called, or the time is up.
    func wait(milliseconds: Int32) {
        _ = unsafe curl_multi_poll(raw, nil, 0, milliseconds, nil)
    }

    /// Ends `wait`, from any thread.
    func wakeUp() {
        _ = unsafe curl_multi_wakeup(raw)
    }
}

/// libcurl's process-wide start, made once and never undone.
enum CurlLibrary {
    /// Whether it started.
    static let isReady = ccurl_start_library() == CURLE_OK
}
