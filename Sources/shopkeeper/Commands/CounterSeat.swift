import ArgumentParser
import Household
import Ports
import SettingsFile

/// The merchant's place at a store, beside the gateway that may be serving it.
struct CounterSeat {
    let counter: ShopCounter
    private let isServed: Bool

    init(_ source: StoreOptions) async throws {
        let (configuration, store) = try await source.open()
        counter = try await ShopCounter(configuration, store: store, at: SystemClock().now)
        isServed = StoreLock.isHeld(store: configuration.store)
    }

    /// Files an act and says when it takes effect.
    func file(_ act: OperatorAct) async throws {
        try await counter.file(act)
        print(
            isServed
                ? "Done: the running gateway takes it up at once."
                : "Noted. No gateway runs on this store: it waits until 'shopkeeper serve' is started."
        )
    }
}
