package import Commerce
import Kernel
import Messaging
import Ports

/// The merchant's lists for programs: one JSON object a line, moments in UTC, amounts as decimals.
extension ShopCounter {
    /// The orders, the newest first.
    ///
    /// `{"order":"K7QX2M","state":"placed","placedAt":"…","total":"218.90","currency":"BRL","payment":"paid",…}`
    package func ordersJSON(_ shop: ShopID?, state: OrderState?, limit: Int) async throws -> [String] {
        try await foundOrders(shop, state: state, limit: limit).map { stored, conversation in
            let order = stored.order
            return line { json in
                json.field("order", order.number.text)
                json.field("state", order.state.rawValue)
                json.field("placedAt", order.placedAt.iso8601)
                json.field("total", order.total.decimal)
                json.field("currency", order.total.currency.code)
                json.field("way", order.payment.way.rawValue)
                json.field("payment", order.payment.state.rawValue)
                json.field("parcel", order.fulfilments.last?.tracker?.number)
                describe(stored.conversation, conversation, &json)
            }
        }
    }

    /// Who waits for a person, the longest wait first.
    ///
    /// `{"since":"…","lastWords":"…","promised":"…","lookedAfterBy":"bea","cart":[{"sku":"FEIRA","quantity":1}],…}`
    package func inboxJSON(_ shop: ShopID?) async throws -> [String] {
        try await waiting(shop).map { shopper in
            line { json in
                json.field("since", shopper.since.iso8601)
                json.field("lastWords", shopper.lastWords)
                json.field("promised", shopper.promise)
                json.field("lookedAfterBy", shopper.conversation.assignee)
                json.arrayField("cart") { json in
                    for item in shopper.cart.lines {
                        json.object { json in
                            json.field("sku", item.sku.text)
                            json.field("quantity", item.quantity)
                        }
                    }
                }
                describe(shopper.conversation.id, shopper.conversation, &json)
            }
        }
    }

    /// The tasks, the oldest first.
    ///
    /// `{"task":3,"kind":"refundFailed","at":"…","open":true,"order":"K7QX2M","words":"…",…}`
    package func tasksJSON(includingSettled: Bool, shop: ShopID?) async throws -> [String] {
        try await foundTasks(includingSettled: includingSettled, shop: shop).map { task, conversation in
            line { json in
                json.field("task", task.id)
                json.field("kind", task.kind.rawValue)
                json.field("at", task.at.iso8601)
                json.field("open", task.isOpen)
                json.field("order", task.order?.text)
                json.field("words", task.words)
                describe(task.conversation, conversation, &json)
            }
        }
    }

    private func line(_ fields: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(capacity: 256)
        json.object(fields)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func describe(_ id: ConversationID, _ record: ConversationRecord?, _ json: inout JSONWriter) {
        json.field("conversation", id.rawValue)
        json.field("name", record?.shownName)
        json.field("channel", record?.account.kind.rawValue)
        json.field("shop", record.flatMap { name in shops.first { $0.id == name.shop }?.name })
    }
}
