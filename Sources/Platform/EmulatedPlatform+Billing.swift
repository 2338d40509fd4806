import Kernel

/// `/billing`: a receiver of billing records as CloudEvents 1.0, structured or batched.
/// - Source: CloudEvents 1.0, JSON format and HTTP binding; `source` and `id` together are unique.
extension EmulatedPlatform {
    mutating func answerBilling(_ call: PlatformCall, at now: Timestamp) -> PlatformOutcome {
        if let status = faults.strike({ if case .refuseBilling(let status) = $0 { status } else { nil } }) {
            return .answered(Self.problem(status, "Fault on demand"))
        }
        do throws(BillingProblem) {
            guard call.method == "POST" else { throw BillingProblem(status: 405, detail: "expected POST") }
            for event in try Self.events(of: call) { record(.billed(billed(event, at: now))) }
        } catch {
            return .answered(Self.problem(error.status, error.detail))
        }
        let isLost = faults.strike { $0 == .loseBillingAnswer ? true : nil } != nil
        return isLost ? .lost : .answered(PlatformAnswer(status: 204))
    }

    private struct BillingProblem: Error {
        var status = 400
        var detail: String
    }

    private static func events(of call: PlatformCall) throws(BillingProblem) -> [JSONValue] {
        let type = call.header("content-type")?.lowercased().prefix { $0 != ";" } ?? ""
        guard type == "application/cloudevents+json" || type == "application/cloudevents-batch+json" else {
            throw BillingProblem(status: 415, detail: "expected a CloudEvent or a batch of them, not \(type)")
        }
        guard let document = try? JSONDocument(call.body) else { throw BillingProblem(detail: "the body is not JSON") }
        guard type == "application/cloudevents-batch+json" else {
            try check(document.root, "event")
            return [document.root]
        }
        guard document.root.kind == .array else { throw BillingProblem(detail: "a batch has to be an array") }
        let events = Array(document.root.elements)
        for (index, event) in events.enumerated() { try check(event, "event \(index)") }
        return events
    }

    private static func check(_ event: JSONValue, _ place: String) throws(BillingProblem) {
        guard event.kind == .object else { throw BillingProblem(detail: "\(place): expected an object") }
        guard event["specversion"]?.string == "1.0" else {
            throw BillingProblem(detail: "\(place): specversion must be 1.0")
        }
        for name in ["id", "source", "type"] {
            guard event[name]?.string?.isEmpty == false else {
                throw BillingProblem(detail: "\(place): \(name) is required")
            }
        }
        if let time = event["time"], !time.isNull, time.string.flatMap(Timestamp.init(iso8601:)) == nil {
            throw BillingProblem(detail: "\(place): time must be an RFC 3339 moment")
        }
        guard event["data"] == nil || event["data_base64"] == nil else {
            throw BillingProblem(detail: "\(place): data or data_base64, not both")
        }
        try checkNames(of: event, place)
    }

    private static func checkNames(of event: JSONValue, _ place: String) throws(BillingProblem) {
        for (name, value) in event.members where name != "data_base64" {
            let isName = !name.isEmpty && name.utf8.allSatisfy { $0.isDigit || (97...122).contains($0) }
            guard isName else { throw BillingProblem(detail: "\(place): \(name) is no attribute name") }
            guard name == "data" || (value.kind != .object && value.kind != .array) else {
                throw BillingProblem(detail: "\(place): \(name) must be a plain value")
            }
        }
    }

    private func billed(_ event: JSONValue, at now: Timestamp) -> BilledFact {
        let source = event["source"]?.string ?? ""
        let id = event["id"]?.string ?? ""
        return BilledFact(
            source: source,
            id: id,
            type: event["type"]?.string ?? "",
            subject: event["subject"]?.string,
            time: event["time"]?.string,
            data: event["data"]?.description ?? "null",
            at: now,
            isRepeat: state.billed.contains(PlatformState.BilledKey(source: source, id: id))
        )
    }

    private static func problem(_ status: Int, _ detail: String) -> PlatformAnswer {
        var json = JSONWriter()
        json.object { problem in
            problem.field("type", "about:blank")
            problem.field("title", "Billing record refused")
            problem.field("status", status)
            problem.field("detail", detail)
        }
        return .json(status, json.bytes, type: "application/problem+json")
    }
}
