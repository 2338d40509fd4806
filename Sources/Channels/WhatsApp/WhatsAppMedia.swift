import Kernel
import Messaging

/// A file inside a message: `{"id":…,"mime_type":…,"sha256":…,"caption":…,"filename":…,"voice":…,"url":…}`.
enum WhatsAppMedia {
    /// Nil if this is no object.
    static func content(of file: JSONValue, type: String) -> InboundEvent.Content? {
        guard file.kind == .object, let kind = kind(of: file, type: type) else { return nil }
        guard type != "sticker" else { return .sticker(mediaID: file["id"]?.filled) }
        return .media(
            Media(
                kind: kind,
                mediaID: file["id"]?.filled,
                url: file["url"]?.filled ?? file["link"]?.filled,
                mimeType: file["mime_type"]?.filled,
                caption: file["caption"]?.filled,
                fileName: file["filename"]?.filled
            )
        )
    }

    private static func kind(of file: JSONValue, type: String) -> Media.Kind? {
        switch type {
        case "audio": file["voice"]?.isTrue == true ? .voice : .audio
        case "sticker": .image
        default: Media.Kind(rawValue: type)
        }
    }
}
