import Commerce
import Kernel
import Messaging

/// Stories, shared posts and reels, links and ads: what they show is what the words are about.
extension Turn {
    /// The goods of whatever an event hangs on, by the shop's own table.
    func look(of event: InboundEvent) -> PostTable.Look? {
        guard !shop.posts.isEmpty else { return nil }
        for post in event.posts {
            if let look = shop.posts.look(of: post), !pieces(of: look).isEmpty { return look }
        }
        return nil
    }

    /// The goods of a post come into view before its words are read; true if they say all that need be said.
    mutating func takePost(of event: InboundEvent) -> Bool {
        let look = look(of: event)
        switch event.content {
        case .media(let media) where media.kind == .story: return takeMention(media, look)
        case .media(let media) where media.kind == .post || media.kind == .reel:
            guard let look, show(look) else { return false }
            if let caption = media.caption, caption.says { takeText(caption) }
            return true
        case .text(let text) where event.story != nil: return takeStoryAnswer(text, look)
        default:
            guard event.referral != nil, answer == .nothing, let look, show(look) else { return false }
            greetShortly()
            return false
        }
    }

    /// Somebody named the shop in a story: thanked once a day, with a way on.
    private mutating func takeMention(_ media: Media, _ look: PostTable.Look?) -> Bool {
        let before = answer
        let isKnown = look.map { show($0) } ?? false
        if isKnown, let caption = media.caption, caption.says {
            takeText(caption)
            return true
        }
        guard machine.answered.isFirst("mention", on: dayNumber) else {
            answer = before
            return true
        }
        say(words.story.mention(facts.firstName))
        isGreeted = true
        if !isKnown { stay() }
        return true
    }

    /// Words about a story are read with its goods in view; a mere sign is thanked for once a day.
    private mutating func takeStoryAnswer(_ text: String, _ look: PostTable.Look?) -> Bool {
        let before = answer
        let isKnown = look.map { show($0) } ?? false
        guard CommandReader.isWordless(text) else {
            isOfUnknownPost = !isKnown
            return false
        }
        guard machine.answered.isFirst("story", on: dayNumber) else {
            answer = before
            return true
        }
        say(words.story.thanks(facts.firstName))
        isGreeted = true
        if !isKnown { stay() }
        return true
    }

    /// Who comes back by a link or an ad is greeted without the shop's whole welcome.
    mutating func greetShortly() {
        if isReturning { say(words.browsing.shortGreeting(name: facts.firstName)) }
        isGreeted = isReturning
    }
}

extension InboundEvent {
    /// Names of the post, story, link or ad that an event hangs on, the nearest first.
    fileprivate var posts: [String] {
        var names = [story]
        switch content {
        case .media(let media) where [.post, .reel, .story].contains(media.kind): names += [media.mediaID, media.url]
        case .comment(let comment): names += [comment.live, comment.post]
        case .productQuestion(let question): names += [question.productID, question.sku]
        default: break
        }
        names += [referral?.product, referral?.ref, referral?.post, referral?.ad]
        return names.compactMap(\.self)
    }
}

extension String {
    /// Whether there are words in it.
    fileprivate var says: Bool { contains { $0.isLetter || $0.isNumber } }
}
