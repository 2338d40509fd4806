/// The sums by which carriers make the last sign of a number from those before it.
enum CheckDigit {
    /// The sum of values, each times its weight; weights repeat.
    static func sum(_ values: some Sequence<Int>, weights: [Int]) -> Int {
        values.enumerated().reduce(0) { $0 + $1.element * weights[$1.offset % weights.count] }
    }

    /// What brings a weighted sum up to a multiple of ten.
    static func tens(_ values: some Sequence<Int>, weights: [Int]) -> Int {
        (10 - sum(values, weights: weights) % 10) % 10
    }

    /// A weighted sum modulo 11, its 10 counting as 0.
    static func elevens(_ values: some Sequence<Int>, weights: [Int]) -> Int { sum(values, weights: weights) % 11 % 10 }

    /// The digit of postal items: weights 8 6 4 2 3 5 9 7, modulo 11.
    /// - Source: UPU standard S10.
    static func postal(_ values: some Sequence<Int>) -> Int {
        switch sum(values, weights: [8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
        case 0: 5
        case 1: 0
        case let rest: 11 - rest
        }
    }

    /// The value 0 to 35 of the sign that closes digits and letters.
    /// - Source: ISO 7064, MOD 37,36.
    static func alphanumeric(_ values: some Sequence<Int>) -> Int {
        var product = 36
        for value in values {
            let rest = (product + value) % 36
            product = (rest == 0 ? 36 : rest) * 2 % 37
        }
        return (37 - product) % 36
    }
}
