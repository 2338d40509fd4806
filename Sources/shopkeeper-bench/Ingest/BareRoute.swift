import Hummingbird
import Kernel
import Logging
import NIOCore
import ServiceLifecycle

/// The yardstick: a Hummingbird route that reads the body, computes its HMAC and says yes.
struct BareRoute {
    static func application(whenBound: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        let key = HMACSHA256.Key(Bodies.secret)
        let router = Router()
        router.post(RouterPath(Bodies.path)) { request, _ in
            let body = try await request.body.collect(upTo: 3 * 1024 * 1024)
            let signature = key.hex(of: Array(body.readableBytesView))
            guard signature.utf8.count == 64 else { return HTTPResponse.Status.unauthorized }
            return HTTPResponse.Status.ok
        }
        return Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { await whenBound($0.localAddress?.port ?? 0) },
            logger: .quiet
        )
    }
}
