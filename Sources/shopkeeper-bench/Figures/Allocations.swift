import CAllocations

/// Blocks of memory that the process takes.
enum Allocations {
    /// How many were taken while something was done, by all threads; nil where the C library lets nobody count them.
    ///
    /// Counting takes time of its own, so what is counted must not be timed.
    static func count(during body: () async throws -> Void) async rethrows -> Int? {
        let before = callocations_sum()
        callocations_count(true)
        defer { callocations_count(false) }
        try await body()
        return before < 0 ? nil : callocations_sum() - before
    }
}
