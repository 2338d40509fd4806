import Commerce
import Kernel
import Messaging

extension Turn {
    func standing(of order: Order) -> String {
        words.order.standing(order.number.text, order.state, isPickup: order.delivery.isPickup)
    }

    func ordersScreen(_ page: Int) -> Choices {
        guard !orders.isEmpty else { return menuScreen }
        let paging = Paging(orders, page: page)
        var rows = paging.items.map { order in
            let detail = [
                words.order.word(order.state), words.order.placedOn(day(order.placedAt)), words.money(order.total),
            ]
            return Row.make(order.number.text, detail: detail.joined(separator: ", "), .order(order.number))
        }
        if let next = paging.next {
            rows.append(Row.make(next == 0 ? words.labels.toStart : words.labels.more, .orders(page: next)))
        }
        return Choices(text: words.order.which, listLabel: words.order.listLabel, options: rows)
    }

    func orderScreen(_ number: OrderNumber) -> Choices {
        guard let order = orders.first(where: { $0.number == number }) else { return menuScreen }
        let text = [standing(of: order)] + orderLines(order)
        let looking = Row.button(words.labels.keepLooking, lookingOn)
        let others = orders.count > 1 ? [Row.button(words.labels.myOrders, .orders(page: 0))] : []
        return Choices(
            text: text.joined(separator: "\n"),
            listLabel: words.labels.choose,
            options: Array((others + [Row.button(words.labels.person, .person), looking, menuButton]).prefix(3))
        )
    }

    func questionsScreen(_ page: Int) -> Choices {
        let paging = Paging(shop.questions, page: page, keeping: 1)
        var rows = paging.items.map { Row.make($0.title, detail: $0.question, .question($0.id)) }
        if let next = paging.next {
            let detail = paging.left == 0 ? nil : words.browsing.furtherQuestions(paging.left)
            rows.append(
                Row.make(next == 0 ? words.labels.toStart : words.labels.more, detail: detail, .questions(page: next))
            )
        }
        rows.append(Row.make(words.labels.person, detail: words.browsing.personDetail, .person))
        return Choices(text: words.help.questions, listLabel: words.labels.questions, options: rows)
    }

    var personScreen: Choices {
        Choices(
            text: words.help.quietUntilThen,
            listLabel: words.labels.choose,
            options: [Row.button(words.labels.assistant, .assistant)]
        )
    }
}
