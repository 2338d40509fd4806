import Kernel

/// Why the provider turns a call down, in its own shape and codes.
///
/// ```json
/// {"error":{"type":"invalid_request_error","code":"parameter_missing","param":"success_url",
///  "message":"Missing required param: success_url."}}
/// ```
/// - Source: Stripe API, "Errors", "Error codes".
struct PaymentRefusal: Error, Sendable, Equatable {
    var status = 400
    var type = "invalid_request_error"
    var code: String?
    var param: String?
    var message: String
    /// Whether the idempotency key remembers this answer: refusals made before anything is carried out are forgotten.
    var isKept = false

    /// A parameter that has to be there is not.
    static func missing(_ param: String) -> PaymentRefusal {
        PaymentRefusal(code: "parameter_missing", param: param, message: "Missing required param: \(param).")
    }

    /// A parameter nobody knows.
    static func unknown(_ param: String) -> PaymentRefusal {
        PaymentRefusal(code: "parameter_unknown", param: param, message: "Received unknown parameter: \(param)")
    }

    /// A parameter that is there and says nothing.
    static func empty(_ param: String) -> PaymentRefusal {
        PaymentRefusal(
            code: "parameter_invalid_empty",
            param: param,
            message: "You passed an empty string for '\(param)'. It has to hold a value or be left out."
        )
    }

    /// A parameter that is no whole number, or not one that can be.
    static func integer(_ param: String, _ expected: String = "a whole number") -> PaymentRefusal {
        PaymentRefusal(
            code: "parameter_invalid_integer",
            param: param,
            message: "Invalid integer for \(param): it has to be \(expected)."
        )
    }

    /// A parameter with a value that can't be taken.
    static func invalid(_ param: String, _ expected: String, code: String? = nil) -> PaymentRefusal {
        PaymentRefusal(code: code, param: param, message: "Invalid \(param): it has to be \(expected).")
    }

    /// An object that this account does not have.
    static func nothing(_ object: String, _ id: String, param: String) -> PaymentRefusal {
        PaymentRefusal(status: 404, code: "resource_missing", param: param, message: "No such \(object): '\(id)'")
    }

    /// Body of the answer.
    var body: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.objectField("error") { error in
                error.field("code", code)
                error.field("message", message)
                error.field("param", param)
                error.field("type", type)
            }
        }
        return IndentedJSON.indented(json.bytes)
    }
}
