package import Platform

/// What the terminal itself says.
package enum ChatWords {
    /// Shown at once, while gateway and emulator start.
    package static let oneMoment = "One moment…"

    /// The first screen: where one is, and what to try.
    package static func welcome(shop: String, person: String) -> String {
        """
        This is \(person)'s phone; \(shop) answers. Nothing leaves this computer.
        Try: hello · how long does delivery take? · where is my order · menu
        Buttons are tapped by their number or their words: 1, or sneakers.
        /later 25h moves the clock, /as ben picks up another phone.
        /help shows all of it, /quit ends.
        """
    }

    /// The channel as people call it.
    package static func name(of channel: PlatformChannel) -> String {
        switch channel {
        case .whatsApp: "WhatsApp"
        case .messenger: "Messenger"
        case .instagram: "Instagram"
        }
    }

    /// What `/help` shows.
    package static let help = [
        SheetLine("1, buy, [Buy]", "taps the first thing on offer, or what bears those words"),
        SheetLine("\\1", "types 1 as a text; \\/help types /help"),
        SheetLine("… \\", "a \\ at the end of a line goes on with the same message"),
        SheetLine("/photo [words]", "sends a photo with a caption"),
        SheetLine("/voice", "sends a voice note"),
        SheetLine("/location LAT,LON", "sends a place: /location -23.43,-45.07"),
        SheetLine(
            "/form NAME=…, NAME=…",
            "fills in the newest form of the shop: /form street=Rua A, number=7, city=Recife"
        ),
        SheetLine("/cart SKU*2@189.00, SKU", "sends a cart from the catalogue; without a price, the shop's own"),
        SheetLine("/ad SKU [words]", "comes by an ad for that product and writes"),
        SheetLine(
            "/post P1 [words]",
            "shares a post of the shop; /story S1 words answers a story, /mention S1 names the shop in one"
        ),
        SheetLine("/comment P1 words", "comments on a post; /live L1 words in a broadcast"),
        SheetLine("/link summer [words]", "comes by an entry link; /menu LABEL taps the menu beside the text field"),
        SheetLine(
            "/pay",
            "pays what was asked for last; /pay fail, later, late, slip, settle, bounce, dispute, unsaid"
        ),
        SheetLine("/ship [NUMBER]", "the shop sends the newest order, by a parcel with that number or a new one"),
        SheetLine("/parcel delivered", "the carrier says where it is: in_transit, out_for_delivery, … [town]"),
        SheetLine(
            "/shop accept",
            "the shop: accept, deliver, cancel, refund, return approve, receive, take, say, release"
        ),
        SheetLine("/tasks", "what waits for the shop; /tasks 3 approve (or refuse, done) [words] settles one"),
        SheetLine("/again", "the platform delivers your last message once more"),
        SheetLine("/later 25h", "moves the clock on: 90s, 15min, 25h, 2d"),
        SheetLine("/as ben", "picks up another phone; /as ana is the first one again"),
        SheetLine(
            "/channel instagram",
            "opens this person's Instagram, messenger or whatsapp; the shop does not know that they are one person"
        ),
        SheetLine("/status", "window, cart, orders, what is on its way, who answers"),
        SheetLine("/bill", "what this chat has cost the shop so far"),
        SheetLine("/quit", "ends; Ctrl-C and Ctrl-D do too"),
    ]
}
