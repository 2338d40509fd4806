import CCurl

/// The functions libcurl calls while a transfer runs, each finding its transfer again by the pointer it was given.
extension Transfer {
    func connectCallbacks() {
        // The handle never outlives this object, which frees it: an unretained pointer stays good.
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe ccurl_set_object(raw, CURLOPT_PRIVATE, me)
        _ = unsafe ccurl_set_object(raw, CURLOPT_WRITEDATA, me)
        _ = unsafe ccurl_set_object(raw, CURLOPT_HEADERDATA, me)
        _ = unsafe ccurl_set_object(raw, CURLOPT_PREREQDATA, me)
        _ = unsafe ccurl_set_sink(raw, CURLOPT_WRITEFUNCTION, Self.bodySink)
        _ = unsafe ccurl_set_sink(raw, CURLOPT_HEADERFUNCTION, Self.lineSink)
        _ = unsafe ccurl_set_gate(raw, Self.gate)
    }

    private static let bodySink: ccurl_sink = { bytes, size, count, object in
        unsafe Transfer.feed(bytes, size * count, object) { unsafe $0.take(body: $1) }
    }

    private static let lineSink: ccurl_sink = { bytes, size, count, object in
        unsafe Transfer.feed(bytes, size * count, object) { unsafe $0.take(line: $1) }
    }

    private static let gate: ccurl_gate = { object, _, _, _, _ in
        guard let object = unsafe object else { return Int32(CURL_PREREQFUNC_ABORT) }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(object).takeUnretainedValue()
        return Int32(transfer.mayGoOut() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT)
    }

    /// Hands bytes over; any number but theirs tells libcurl to end the transfer.
    private static func feed(
        _ bytes: UnsafeMutablePointer<CChar>?,
        _ count: Int,
        _ object: UnsafeMutableRawPointer?,
        to take: (Transfer, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Int {
        guard let bytes = unsafe bytes, let object = unsafe object else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(object).takeUnretainedValue()
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        return unsafe buffer.withMemoryRebound(to: UInt8.self) { unsafe take(transfer, $0) } ? count : count &+ 1
    }
}
