import Foundation
import Kernel

/// Small values that stand in one column as JSON.
enum Stored {
    /// Equal values give equal bytes.
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(value))
    }

    /// A list that is empty nearly always stands as NULL then.
    static func bytes(unlessEmpty list: [some Encodable]) throws -> [UInt8]? {
        list.isEmpty ? nil : try bytes(list)
    }

    /// A list out of its column, empty where that is NULL.
    static func read<Value: Decodable>(list bytes: [UInt8]?, of connection: SQLiteConnection) throws -> [Value] {
        guard let bytes else { return [] }
        return try read(bytes, of: connection)
    }

    /// A value out of its column.
    static func read<Value: Decodable>(_ bytes: [UInt8], of connection: SQLiteConnection) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw connection.damage("a column does not hold a \(Value.self)")
        }
    }
}

extension SQLiteStatement {
    /// An amount in one column, its currency in the next.
    func money(_ column: Int32, _ connection: SQLiteConnection) throws -> Money {
        guard let currency = Currency(code: text(column + 1)) else {
            throw connection.damage("'\(text(column + 1))' is no currency")
        }
        return Money(minorUnits: int(column), currency: currency)
    }
}
