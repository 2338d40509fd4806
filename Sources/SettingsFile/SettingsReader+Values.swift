import Foundation
import Gateway
import Kernel
import Messaging
import Yams

/// The values that settings are made of.
extension SettingsReader {
    /// A value with the place it comes from.
    struct Scalar {
        let text: String
        let place: String
    }

    /// A value as it is written; the environment wins over the file.
    func scalar(_ key: String, _ variable: String) -> Scalar? {
        if let text = environment[variable], !text.isEmpty { return Scalar(text: text, place: variable) }
        return root.flatMap { scalar(key, of: $0) }
    }

    /// A value of an entry; nil where it is absent or empty.
    func scalar(_ key: String, of node: Node) -> Scalar? {
        guard let value = node[key], let text = value.scalar?.string, !text.isEmpty else { return nil }
        return Scalar(text: text, place: place(of: value))
    }

    func place(of node: Node) -> String { "\(file):\(node.mark?.line ?? 1)" }

    func fault(_ node: Node, _ expected: String, _ remedy: String) -> SettingsFault {
        SettingsFault(place: place(of: node), expected: expected, remedy: remedy)
    }

    func refuseUnknown(_ node: Node?, known: [String]) throws {
        for (key, _) in node?.mapping ?? [:] {
            guard let name = key.scalar?.string, !known.contains(name) else { continue }
            throw fault(
                key,
                "one of \(known.joined(separator: ", "))",
                "\"\(name)\" is not a setting; correct its spelling or remove the line."
            )
        }
    }

    /// The entries of a list; an empty one is a fault.
    func entries(_ node: Node, _ key: String) throws -> [Node] {
        guard let sequence = node.sequence, !sequence.isEmpty else {
            throw fault(node, "a list under \(key)", "Begin each entry with a dash.")
        }
        return Array(sequence)
    }

    func required(_ node: Node, _ key: String) throws -> String {
        guard let value = scalar(key, of: node) else {
            throw fault(node, "a value for \(key)", "Add the line \"\(key): …\".")
        }
        return value.text
    }

    /// One word of small letters, digits and hyphens, fit for a path and a variable's name.
    func name(_ node: Node, _ key: String) throws -> String {
        let text = try required(node, key)
        let isValid =
            text.utf8.count <= 40
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard isValid else {
            throw fault(
                node[key] ?? node,
                "small letters, digits and hyphens after \(key)",
                "Write something like \"areia-fina\" instead of \"\(text)\"."
            )
        }
        return text
    }

    /// An address without a slash at its end.
    func address(of value: Scalar, orNone mayBeNone: Bool = false) throws -> String {
        guard value.text.hasPrefix("https://") || value.text.hasPrefix("http://") else {
            throw SettingsFault(
                place: value.place,
                expected: "an address that begins with https://",
                remedy: mayBeNone ? "Write the whole address, or none." : "Write the whole address."
            )
        }
        return value.text.hasSuffix("/") ? String(value.text.dropLast()) : value.text
    }

    func zone(_ value: Scalar?) throws -> Zone? {
        guard let value else { return nil }
        guard let zone = Zone(value.text) else {
            throw SettingsFault(
                place: value.place,
                expected: "a time zone such as America/Sao_Paulo",
                remedy: "Use the name that the platform shows for the account."
            )
        }
        return zone
    }

    func channel(_ node: Node) throws -> ChannelKind {
        let name = try required(node, "channel")
        guard let kind = ChannelKind(rawValue: name) else {
            throw fault(node, "channel: whatsapp, messenger or instagram", "\"\(name)\" cannot be connected.")
        }
        return kind
    }

    /// From the variable, else from the file that `file:PATH` names; never from the settings themselves.
    func secret(_ key: String, variable: String, of node: Node, owner: String) throws -> Secret {
        if let value = environment[variable], !value.isEmpty { return Secret(value) }
        guard let reference = node[key]?.scalar?.string, reference.hasPrefix("file:") else {
            throw fault(
                node,
                "the secret \(key) of \(owner)",
                "Set the variable \(variable), or write \"\(key): file:PATH\". Secrets are not read from this file."
            )
        }
        let path = String(reference.dropFirst("file:".count))
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw fault(node, "a readable file at \(path)", "Check path and rights.")
        }
        let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !secret.isEmpty else { throw fault(node, "a secret in \(path)", "The file is empty. Write it there.") }
        return Secret(secret)
    }

    /// `SHOPKEEPER_WHATSAPP_MAIN_APP_SECRET`.
    func variable(_ parts: String...) -> String { VariableName.of(parts) }
}
