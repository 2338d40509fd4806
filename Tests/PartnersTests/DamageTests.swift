import Commerce
import Kernel
import Partners
import Testing

/// Bodies as the outside world may send them: whatever is broken, reading ends in a value or a named fault.
struct DamageTests {
    private static let bodies = [
        """
        {"id":"evt_1","type":"checkout.session.completed","created":1795300000,"data":{"object":{"id":"cs_1",
         "metadata":{"order":"K7QX2M"},"payment_intent":{"id":"pi_1"},"currency":"isk","amount_total":500,
         "payment_status":"paid"}}}
        """,
        """
        {"id":"evt_1","type":"refund.updated","created":1795300000,"data":{"object":{"id":"re_1","status":"pending",
         "metadata":{"order":"K7QX2M","key":"K7QX2M:refund:1"},"payment_intent":"pi_1","failure_reason":"x"}}}
        """,
        """
        {"id":"evt_1","description":"tracker.updated","created_at":"2026-11-24T23:05:00Z","result":{"tracking_code":"X1",
         "status":"delivered","est_delivery_date":"2026-11-25T00:00:00Z","tracking_details":[
         {"datetime":"2026-11-24T23:00:00Z","status":"delivered","tracking_location":{"city":"Lyon"}}]}}
        """,
        #"{"id":"evt-1","at":1795300000,"order":"K7QX2M","status":"paid","amount":"199.00","currency":"BRL"}"#,
    ]

    private static let values = [
        "null", "true", "-1", "0", "1e400", "9223372036854775808", "\"\"", "\"x\"", "[]", "{}", "[[[]]]", "\"\\ud800\"",
        "\"4242424242424242\"", "{\"id\":{\"id\":7}}",
    ]

    /// One of the bodies with a value or a stretch of bytes replaced.
    private func damaged(_ random: inout SeededGenerator) -> [UInt8] {
        let text = Self.bodies.randomElement(using: &random) ?? ""
        var bytes = Array(text.utf8)
        if Bool.random(using: &random) {
            let colons = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
            guard let start = colons.randomElement(using: &random) else { return bytes }
            let end = bytes[(start + 1)...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
            let value = Self.values.randomElement(using: &random) ?? ""
            bytes.replaceSubrange((start + 1)..<(end ?? bytes.count), with: value.utf8)
        } else {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...8, using: &random))
            let noise = (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
            }
            bytes.replaceSubrange(start..<end, with: noise)
        }
        return bytes
    }

    @Test("a damaged body is read or refused by name, never a trap", arguments: UInt64(1)...60)
    func anything(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 1...60 {
            let body = damaged(&random)
            look { try Stripe.decode(body) }
            look { try EasyPost.decode(body) }
            look { try Website.decode(body) }
            for request in [Wire.link(over: Wire.brl(5_990)), Wire.refund, Wire.closing] {
                let verdict = Stripe.verdict(on: request, status: 200, body: body, attempt: 0)
                if case .report(let report) = verdict { #expect(report.order == Wire.order) }
            }
        }
    }

    private func look(_ decode: () throws -> PartnerWebhook) {
        do {
            let items = try decode().items
            #expect(items.count == 1)
            #expect(items.allSatisfy { !$0.eventID.isEmpty })
        } catch let error as UnreadablePartnerBody {
            #expect(!error.location.isEmpty && !error.expected.isEmpty)
        } catch {
            Issue.record(error)
        }
    }
}
