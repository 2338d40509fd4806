import Commerce
import Kernel
import Messaging

/// What carriers say of a parcel: the newest word counts, each step is told once, an order never moves backwards.
extension Turn {
    mutating func take(_ report: ParcelReport) {
        for order in orders {
            let parcel = order.fulfilments.firstIndex { $0.tracker?.number == report.number }
            if let parcel { return take(report, of: order, parcel: parcel) }
        }
    }

    private mutating func take(_ report: ParcelReport, of order: Order, parcel: Int) {
        var order = order
        let change = order.fulfilments[parcel].take(report)
        guard change != .nothing || order.fulfilments != self.order(order.number)?.fulfilments else { return }
        guard case .step(let step) = change else {
            follow(order.fulfilments[parcel].status, of: &order)
            return keep(order)
        }
        follow(step, of: &order)
        let (at, place) = (order.fulfilments[parcel].statusAt, report.place.map { ", \($0)" } ?? "")
        keep(order, "\(step.rawValue)\(place) (carrier, \(shop.zone.local(at)))")
        tell(step, of: order, parcel: order.fulfilments[parcel], report)
    }

    /// The order follows its parcels: under way with the first, delivered with the last.
    private func follow(_ step: ParcelStatus, of order: inout Order) {
        switch step {
        case .unknown, .preTransit, .cancelled: break
        case .delivered:
            let isWhole = order.fulfilments.allSatisfy { $0.status == .delivered }
            let next = isWhole ? OrderState.delivered : .shipped
            if order.state.canBecome(next) { order.state = next }
        case .inTransit, .outForDelivery, .availableForPickup, .attemptFailed, .returned, .exception:
            if order.state.canBecome(.shipped) { order.state = .shipped }
        }
    }

    private mutating func tell(_ step: ParcelStatus, of order: Order, parcel: Fulfilment, _ report: ParcelReport) {
        let number = order.number.text
        switch step {
        case .unknown, .preTransit, .cancelled: break
        case .inTransit: tell(.shipped, of: order, shippedText(order, parcel))
        case .outForDelivery: tell(.outForDelivery, of: order, words.parcel.outForDelivery(number))
        case .availableForPickup:
            let text = [words.parcel.ready(number, place: report.place)] + numberLines(of: parcel)
            tell(.readyForPickup, of: order, text.joined(separator: "\n"))
        case .attemptFailed:
            let text = [words.parcel.attemptFailed(number)] + numberLines(of: parcel)
            tell(.deliveryFailed, of: order, text.joined(separator: "\n"), options: options(for: order))
        case .exception:
            note(desk.parcel.heldUpTask(report.number, detail: report.detail), about: order)
            tell(.deliveryFailed, of: order, words.parcel.exception(number), options: options(for: order))
        case .delivered: tell(.delivered, of: order, words.parcel.delivered(number), options: options(for: order))
        case .returned:
            note(desk.parcel.returnedTask(report.number), about: order)
            tell(.parcelReturned, of: order, words.parcel.returned(number), options: options(for: order))
        }
    }

    mutating func note(_ text: String, about order: Order) {
        effects.append(.openTask(TaskDraft(.note, text, order: order.number)))
    }

    /// "It is on its way", with number, page and estimate.
    func shippedText(_ order: Order, _ parcel: Fulfilment) -> String {
        let carrier = parcel.tracker?.carrier
        let first =
            order.state == .delivered
            ? words.parcel.instead(order.number.text, carrier: carrier)
            : words.parcel.shipped(order.number.text, carrier: carrier)
        return ([first] + numberLines(of: parcel) + estimateLine(of: parcel)).joined(separator: "\n")
    }

    /// A parcel's number and the carrier's page for it.
    func numberLines(of parcel: Fulfilment) -> [String] {
        guard let tracker = parcel.tracker else { return [] }
        return [words.parcel.number(tracker.number), tracker.link].compactMap(\.self)
    }

    /// The day on which it should arrive; a day that is over is not said.
    func estimateLine(of parcel: Fulfilment) -> [String] {
        guard let estimate = parcel.estimate, estimate.daysSince1970 >= today.daysSince1970 else { return [] }
        switch estimate.daysSince1970 - today.daysSince1970 {
        case 0: return [words.parcel.estimate(words.parcel.today)]
        case 1: return [words.parcel.estimate(words.parcel.tomorrow)]
        default: return [words.parcel.estimate(words.parcel.on(day(estimate)))]
        }
    }

    private var today: CivilDate { date(of: context.now) }

    private func date(of moment: Timestamp) -> CivilDate {
        let local = shop.zone.local(moment)
        return CivilDate(year: Int64(local.year), month: Int64(local.month), day: Int64(local.day))
    }

    func day(_ date: CivilDate) -> String {
        words.order.day(Int(clamping: date.day), month: Int(clamping: date.month))
    }

    /// A moment as people say it, in the shop's zone: `today at 14:20`, `on 5 October at 9:00`.
    func when(_ moment: Timestamp) -> String {
        switch today.daysSince1970 - date(of: moment).daysSince1970 {
        case 0: words.parcel.todayAt(clock(moment))
        case 1: words.parcel.yesterdayAt(clock(moment))
        default: words.parcel.onDay(day(moment), at: clock(moment))
        }
    }

    /// Where a parcel is: last step, number, page, estimate, and what comes next.
    func parcelLines(_ parcel: Fulfilment) -> [String] {
        let (step, next) = said(parcel.status)
        let last = words.parcel.lastStep(step, place: parcel.place, when: when(parcel.statusAt))
        let isOver = parcel.status.isFinal
        return [last] + numberLines(of: parcel) + (isOver ? [] : estimateLine(of: parcel)) + [next].compactMap(\.self)
    }

    private func said(_ status: ParcelStatus) -> (String, String?) {
        let words = words.parcel
        return switch status {
        case .unknown, .preTransit, .cancelled: (words.stepHandedOver, words.nextInTransit)
        case .inTransit: (words.stepInTransit, words.nextInTransit)
        case .outForDelivery: (words.stepOut, words.nextOut)
        case .availableForPickup: (words.stepReady, nil)
        case .attemptFailed: (words.stepFailed, words.nextFailed)
        case .delivered: (words.stepDelivered, nil)
        case .returned: (words.stepReturned, words.nextReturned)
        case .exception: (words.stepException, nil)
        }
    }

    /// "LB123456789BR": the order whose parcel bears the number.
    mutating func takeTrackingNumber(_ text: String) -> Bool {
        guard !orders.isEmpty, text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 7 else { return false }
        let found = TrackingNumber.candidates(in: text, hasContext: false, excluding: facts.phone)
        let named = orders.first { order in
            order.fulfilments.contains { parcel in
                parcel.tracker.map { tracker in
                    found.contains { $0.number == tracker.number }
                        || TrackingNumber.normalised(text).contains(tracker.number)
                } ?? false
            }
        }
        if let named {
            go(to: .order(named.number))
            return true
        }
        guard let first = found.first, !machine.place.takesAddress else { return false }
        say(words.parcel.unknownNumber(first.number))
        showOrders()
        return true
    }
}
