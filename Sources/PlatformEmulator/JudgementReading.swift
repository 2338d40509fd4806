import Kernel
import Platform

/// The platform's new word on a template: `{"name":"order_shipped","language":"en","approval":"paused"}`.
struct JudgementReading: Sendable {
    private let name: String
    private let language: String
    private let approval: PlatformTemplate.Approval

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        name = try json.text("name")
        language = try json.text("language")
        guard let approval = PlatformTemplate.Approval(rawValue: try json.text("approval")) else {
            throw ControlError("approval has to be approved, pending, paused or disabled")
        }
        self.approval = approval
    }

    func play(on platform: inout EmulatedPlatform, at now: Timestamp) {
        platform.judge(template: name, in: language, as: approval, at: now)
    }
}
