import Kernel
import Platform

/// Sessions and money as JSON Lines, for tests and people.
enum PayLines {
    static func sessions(_ payments: EmulatedPayments) -> [UInt8] {
        payments.sessions.flatMap { session in
            line { json in
                json.field("session", session.id)
                json.field("account", session.account)
                json.field("order", session.label("order") ?? session.clientReference)
                json.field("status", session.status.rawValue)
                json.field("paymentStatus", session.paymentStatus.rawValue)
                json.field("total", session.total)
                json.field("currency", session.currency)
                json.field("kept", payments.kept(of: session.id))
                json.field("page", "\(payments.configuration.pageBase)/\(session.id)")
                json.arrayField("pendingRefunds") { list in
                    for refund in payments.pendingRefunds(of: session.id) { list.string(refund) }
                }
            }
        }
    }

    static func money(_ payments: EmulatedPayments) -> [UInt8] {
        payments.money.flatMap { fact in
            line { json in
                json.field("at", fact.at.iso8601)
                json.field("account", fact.account)
                json.field("kind", fact.kind.rawValue)
                json.field("amount", fact.amount)
                json.field("currency", fact.currency)
                json.field("session", fact.session)
                json.field("intent", fact.intent)
                json.field("refund", fact.refund)
            }
        }
    }

    private static func line(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(write)
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
