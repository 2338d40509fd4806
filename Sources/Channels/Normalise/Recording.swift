import Kernel

/// What webhook bodies are kept in: a list of them, or an object that holds them by name, perhaps beside the headers.
enum Recording {
    /// The bodies, each of whichever channel; a value that is no recording is a body itself.
    static func bodies(in value: JSONValue) -> [JSONValue] {
        if value.kind == .array {
            let bodies = value.elements.flatMap(bodies)
            return bodies.isEmpty ? [value] : bodies
        }
        if value["object"] != nil || value["entry"] != nil { return [value] }
        let named = value.members.map(\.value).filter { $0["entry"] != nil }
        return named.isEmpty ? [value] : named
    }
}
