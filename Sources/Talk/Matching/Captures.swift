/// The values a script has captured so far, by name.
package typealias Captures = [String: String]
