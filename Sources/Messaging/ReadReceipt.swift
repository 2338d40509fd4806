package import Kernel

/// Messages of ours that reached or were read, by ids or by everything up to a moment.
package struct ReadReceipt: Hashable, Codable, Sendable {
    package var isRead: Bool
    package var of: [String]
    package var watermark: Timestamp?

    package init(isRead: Bool, of: [String], watermark: Timestamp?) {
        self.isRead = isRead
        self.of = of
        self.watermark = watermark
    }
}
