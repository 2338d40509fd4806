/// A file that a person sent; the bytes stay with the platform until they are fetched.
package struct Media: Hashable, Codable, Sendable {
    /// What sort of file it is.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case image, video, audio, voice, document, reel, post, story, ephemeral
    }

    package var kind: Kind
    package var mediaID: String?
    package var url: String?
    package var mimeType: String?
    package var caption: String?
    package var fileName: String?

    package init(
        kind: Kind,
        mediaID: String? = nil,
        url: String? = nil,
        mimeType: String? = nil,
        caption: String? = nil,
        fileName: String? = nil
    ) {
        self.kind = kind
        self.mediaID = mediaID
        self.url = url
        self.mimeType = mimeType
        self.caption = caption
        self.fileName = fileName
    }
}
