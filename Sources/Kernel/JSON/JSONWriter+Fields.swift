/// Members in one call: a name and its value.
extension JSONWriter {
    /// A member with a text.
    public mutating func field(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    /// A member with a text; nothing at all for nil, since platforms refuse `null`.
    @_disfavoredOverload
    public mutating func field(_ name: StaticString, _ value: String?) {
        if let value { field(name, value) }
    }

    /// A member with a whole number.
    public mutating func field(_ name: StaticString, _ value: Int64) {
        key(name)
        int(value)
    }

    /// A member with a whole number.
    public mutating func field(_ name: StaticString, _ value: Int) {
        field(name, Int64(value))
    }

    /// A member with a whole number; nothing at all for nil.
    @_disfavoredOverload
    public mutating func field(_ name: StaticString, _ value: Int64?) {
        if let value { field(name, value) }
    }

    /// A member with a whole number; nothing at all for nil.
    @_disfavoredOverload
    public mutating func field(_ name: StaticString, _ value: Int?) {
        if let value { field(name, value) }
    }

    /// A member with `true` or `false`.
    public mutating func field(_ name: StaticString, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// A member with `true` or `false`; nothing at all for nil.
    @_disfavoredOverload
    public mutating func field(_ name: StaticString, _ value: Bool?) {
        if let value { field(name, value) }
    }

    /// A member with an object.
    @inlinable
    public mutating func objectField(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    /// A member with an array.
    @inlinable
    public mutating func arrayField(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        array(body)
    }

    /// A member with JSON that is already written.
    @inlinable
    public mutating func rawField(_ name: StaticString, _ json: some Sequence<UInt8>) {
        key(name)
        raw(json)
    }
}
