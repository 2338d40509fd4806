import Foundation
import Kernel

/// Why a control call can't be read, in words its sender can act on.
struct ControlError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

/// Reading and writing of the control paths' bodies.
enum ControlJSON {
    static func object(_ body: [UInt8]) throws(ControlError) -> JSONValue {
        guard let document = try? JSONDocument(body), document.root.kind == .object else {
            throw ControlError("the body has to be a JSON object")
        }
        return document.root
    }

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

extension JSONValue {
    func text(_ name: String) throws(ControlError) -> String {
        guard let text = self[name]?.text else { throw ControlError("\(name) is missing or no text") }
        return text
    }

    func number(_ name: String) throws(ControlError) -> Int {
        guard let number = self[name]?.int else { throw ControlError("\(name) is missing or no whole number") }
        return Int(number)
    }
}
