import Kernel
import Outbox
import Testing

@Suite("A rate gate")
struct BucketTests {
    private let start = Timestamp(seconds: 1_795_248_000)

    @Test("lets a burst through at once, then one each interval")
    func burst() {
        var bucket = Bucket(intervalMicroseconds: 100_000, burst: 3)
        var moments: [Int64] = []
        for _ in 1...5 {
            let moment = bucket.opens(at: start)
            bucket.take(at: moment)
            moments.append(moment.since(start).milliseconds)
        }
        #expect(moments == [0, 0, 0, 100, 200])
    }

    @Test("without burst keeps the interval, rounded up to a millisecond")
    func rounding() {
        var bucket = Bucket(intervalMicroseconds: 12_500, burst: 1)
        bucket.take(at: start)
        #expect(bucket.opens(at: start).since(start) == .milliseconds(13))
        #expect(bucket.opens(at: start + .milliseconds(13)) == start + .milliseconds(13))
    }

    @Test("counts a burst of less than one as one", arguments: [0, -7])
    func smallBurst(burst: Int) {
        var bucket = Bucket(intervalMicroseconds: 1_000_000, burst: burst)
        #expect(bucket.opens(at: start) == start)
        bucket.take(at: start)
        #expect(bucket.opens(at: start) == start + .seconds(1))
    }

    @Test("is full again when every send has been made up for")
    func fullness() {
        var bucket = Bucket(intervalMicroseconds: 1_000_000, burst: 2)
        #expect(bucket.isFull(at: start))
        bucket.take(at: start)
        #expect(!bucket.isFull(at: start + .milliseconds(999)))
        #expect(bucket.isFull(at: start + .seconds(1)))
    }

    @Test("never lets more through than its burst and rate allow", arguments: UInt64(1)...200)
    func longRun(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let interval = Int64.random(in: 1...300_000, using: &random)
        let burst = Int.random(in: 1...20, using: &random)
        var bucket = Bucket(intervalMicroseconds: interval, burst: burst)
        var now = start
        var sends: [Timestamp] = []
        for _ in 1...200 {
            now += .milliseconds(Int64.random(in: 0...40, using: &random))
            let moment = bucket.opens(at: now)
            #expect(moment >= now)
            guard Bool.random(using: &random) else { continue }
            now = moment
            bucket.take(at: now)
            sends.append(now)
        }
        // In no stretch of time are there more sends than the burst and what the rate allows.
        for (index, first) in sends.enumerated() {
            guard index + burst < sends.count else { break }
            let span = sends[index + burst].since(first).milliseconds * 1000
            #expect(span >= interval - 1000)
        }
        if let first = sends.first, let last = sends.last {
            let span = last.since(first).milliseconds * 1000
            #expect(Int64(sends.count) <= Int64(burst) + span / interval + 1)
        }
    }

    @Test("forgetting a full bucket changes nothing", arguments: UInt64(1)...50)
    func forgetting(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var kept = Bucket(intervalMicroseconds: 50_000, burst: 3)
        var forgotten = kept
        var now = start
        for _ in 1...100 {
            now += .milliseconds(Int64.random(in: 0...200, using: &random))
            if forgotten.isFull(at: now) { forgotten = Bucket(intervalMicroseconds: 50_000, burst: 3) }
            #expect(kept.opens(at: now) == forgotten.opens(at: now))
            guard kept.opens(at: now) == now else { continue }
            kept.take(at: now)
            forgotten.take(at: now)
        }
    }
}
