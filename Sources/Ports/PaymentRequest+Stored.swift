package import Commerce
import Foundation

/// How a request to a payment provider stands in its outbox entry: as JSON, equal requests as equal bytes.
extension PaymentRequest {
    /// The bytes for the entry.
    package var stored: [UInt8] {
        // Encoding numbers, texts and enums cannot fail.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }

    /// Reads an entry's bytes; nil for what no version of this program wrote.
    package init?(stored bytes: [UInt8]) {
        guard let request = try? JSONDecoder().decode(PaymentRequest.self, from: Data(bytes)) else { return nil }
        self = request
    }
}
