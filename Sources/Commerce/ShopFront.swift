/// What a shop shows before people write: first questions and a menu; nil leaves the usual ones.
package struct ShopFront: Hashable, Sendable {
    /// Four at most are shown.
    package var iceBreakers: [Door]?
    package var menu: [Door]?

    package init(iceBreakers: [Door]? = nil, menu: [Door]? = nil) {
        self.iceBreakers = iceBreakers
        self.menu = menu
    }

    /// Something to tap.
    package struct Door: Hashable, Sendable {
        package let room: Room
        /// The shop's own words; nil: the assistant's, or the name of what it opens.
        package let title: String?

        package init(_ room: Room, title: String? = nil) {
            self.room = room
            self.title = title
        }
    }

    /// Where a tap leads.
    package enum Room: Hashable, Sendable {
        case place(Place)
        /// The id of a collection.
        case collection(String)
        case product(ProductID)
        /// The id of a question.
        case question(String)
        /// A web page; only menus have those.
        case link(String)
    }

    /// The rooms that every shop has.
    package enum Place: String, Hashable, Sendable, CaseIterable {
        case popular, collections, orders, questions, cart, person, menu
    }
}
