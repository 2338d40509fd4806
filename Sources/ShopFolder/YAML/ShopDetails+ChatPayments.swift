import Billing
import Commerce
import Kernel

/// What a shop needs to be paid in chats, told where it can't come true.
extension ShopDetails {
    /// The dated rules, with a finding where the shop wants what they never allow.
    mutating func addChatMarkets(lineOfPayment line: Int, log: inout FindingLog) {
        do {
            inChatMarkets = try ShippedData.inChatMarkets()
        } catch {
            log.fault(line, expected: "\(error.expected) in \(error.file)", remedy: error.remedy)
        }
        guard let currency, payment.contains(where: { $0.way == .inChat }) else { return }
        if payment.count == 1 {
            log.fault(
                line,
                expected: "a way of payment beside in-chat",
                remedy:
                    "Add '- way: link' or '- way: on-delivery': shoppers abroad or on other channels can't pay in the chat."
            )
        }
        guard !inChatMarkets.knows(country: country, currency: currency) else { return }
        let markets = inChatMarkets.markets.map { "\($0.country) in \($0.currency.code)" }.joined(separator: ", ")
        log.remark(
            line,
            expected: "in-chat only where WhatsApp takes payments: \(markets)",
            remedy:
                "Nobody will be offered it in \(country ?? "your country") in \(currency.code). Delete the way in-chat."
        )
    }
}
