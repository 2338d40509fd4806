import Kernel
import Platform

/// The platform's new word on a template: `{"name":"order_shipped","language":"en","approval":"paused"}`, with
/// `"channel":"messenger"` for one of the Page's.
struct JudgementReading: Sendable {
    private let name: String
    private let language: String
    private let approval: PlatformTemplate.Approval
    private let isOfPage: Bool

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        name = try json.text("name")
        language = try json.text("language")
        guard let approval = PlatformTemplate.Approval(rawValue: try json.text("approval")) else {
            throw ControlError("approval has to be approved, pending, paused or disabled")
        }
        self.approval = approval
        isOfPage = json["channel"]?.string == "messenger"
    }

    func play(on platform: inout EmulatedPlatform, at now: Timestamp) {
        platform.judge(template: name, in: language, as: approval, ofPage: isOfPage, at: now)
    }
}
