import Crypto
import Foundation
import Kernel

/// Files: stored, resolved to an address, downloaded, deleted.
/// - Source: WhatsApp "Media": an address is good for 5 minutes; what people send can be fetched for 7 days, uploads for 30.
extension EmulatedPlatform {
    static let downloadPath: Substring = "/whatsapp/attachments/"
    private static let addressLife = Span.minutes(5)

    mutating func store(_ sent: SentMedia, at now: Timestamp) -> MediaFact {
        store(sent.bytes, mediaType: sent.kind.mediaType, filename: sent.name, days: 7, at: now)
    }

    private mutating func store(
        _ bytes: [UInt8],
        mediaType: String,
        filename: String,
        days: Int,
        at now: Timestamp
    ) -> MediaFact {
        let fact = MediaFact(
            id: ids.media(state.mintedMedia),
            mediaType: mediaType,
            filename: filename,
            content: Data(bytes).base64EncodedString(),
            digest: Data(SHA256.hash(data: bytes)).base64EncodedString(),
            size: bytes.count,
            at: now,
            days: days
        )
        record(.stored(fact))
        return fact
    }

    private func kept(_ id: String, at now: Timestamp) -> MediaFact? {
        guard let media = state.media[id], now < media.at + .days(Int64(media.days)) else { return nil }
        return media
    }

    func file(_ id: String, _ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal) -> PlatformAnswer {
        guard call.method == "GET", let media = kept(id, at: now) else { throw Self.unknownObject(id, call.method) }
        if let owner = call.query("phone_number_id"), account(String(owner)) == nil {
            throw Self.unknownObject(id, call.method)
        }
        let address = "\(configuration.mediaHost)\(Self.downloadPath)?mid=\(id)&ext=\(now.wholeSeconds)"
        var json = JSONWriter()
        json.object { file in
            file.field("messaging_product", "whatsapp")
            file.field("id", id)
            file.field("url", address)
            file.field("mime_type", media.mediaType)
            file.field("sha256", media.digest)
            file.field("file_size", media.size)
        }
        return .json(200, json.bytes)
    }

    /// An address older than 5 minutes, or asked without a `User-Agent`, gives nothing.
    func download(_ call: PlatformCall, at now: Timestamp) -> PlatformAnswer {
        guard call.method == "GET", call.header("user-agent")?.isEmpty == false,
            let made = call.query("ext").flatMap({ Int64($0) }).map(Timestamp.init(seconds:)),
            made <= now, now.since(made) < Self.addressLife,
            let media = call.query("mid").flatMap({ kept(String($0), at: now) }),
            let bytes = Data(base64Encoded: media.content)
        else { return PlatformAnswer(status: 404) }
        return PlatformAnswer(
            status: 200,
            headers: [PlatformHeader("content-type", media.mediaType)],
            body: Array(bytes)
        )
    }

    /// The upload's parts: `messaging_product`, `type` and `file`.
    mutating func upload(_ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal) -> PlatformAnswer {
        guard let parts = MultipartForm(call) else { throw .parameter("The body must be sent as multipart/form-data") }
        guard parts["messaging_product"]?.text == "whatsapp" else {
            throw .parameter("The parameter messaging_product is required.")
        }
        guard let file = parts["file"] else { throw .missing("file") }
        guard let type = parts["type"]?.text ?? file.contentType, let most = Self.mostBytes(of: type),
            (1...most).contains(file.content.count)
        else { throw PlatformRefusal(131_053, "file: a media type or size that is not supported") }
        let media = store(file.content, mediaType: type, filename: file.filename ?? "", days: 30, at: now)
        return .json(200, Array(#"{"id":"\#(media.id)"}"#.utf8))
    }

    /// Largest file of a media type in bytes (10^6 to the megabyte), nil for types that are not taken.
    private static func mostBytes(of type: String) -> Int? {
        switch type.prefix(while: { $0 != ";" }) {
        case "image/jpeg", "image/png": 5_000_000
        case "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/3gpp": 16_000_000
        case "image/webp": 500_000
        case "application/pdf", "text/plain", "application/msword", "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint":
            100_000_000
        case let type where type.hasPrefix("application/vnd.openxmlformats-officedocument."): 100_000_000
        default: nil
        }
    }
}
