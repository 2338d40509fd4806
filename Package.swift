// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every Swift target: see the README, "How the code is built".
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Targets that hold pointers spell each unsafe step.
let pointerSettings = settings + [.strictMemorySafety()]

/// The modules of other packages that our targets import.
extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let asyncAlgorithms = product(name: "AsyncAlgorithms", package: "swift-async-algorithms")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let deque = product(name: "DequeModule", package: "swift-collections")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let grdbSQLite = product(name: "GRDBSQLite", package: "GRDB.swift")
    static let hashTrees = product(name: "HashTreeCollections", package: "swift-collections")
    static let heap = product(name: "HeapModule", package: "swift-collections")
    static let histogram = product(name: "Histogram", package: "hdrhistogram-swift")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore = product(name: "HummingbirdCore", package: "hummingbird")
    static let logging = product(name: "Logging", package: "swift-log")
    static let mustache = product(name: "Mustache", package: "swift-mustache")
    static let nio = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let rainbow = product(name: "Rainbow", package: "Rainbow")
    static let serviceLifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let yams = product(name: "Yams", package: "Yams")
}

let package = Package(
    name: "shopkeeper",
    products: [
        .executable(name: "shopkeeper", targets: ["shopkeeper"]),
        .executable(name: "shopkeeper-bench", targets: ["shopkeeper-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C
        .target(name: "CAllocations"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGD", pkgConfig: "gdlib", providers: [.apt(["libgd-dev"])]),
        .target(name: "CResources", exclude: ["data", "demo", "pages"]),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        // nouns
        .target(name: "Kernel", dependencies: [.crypto], swiftSettings: settings),
        .target(name: "Commerce", dependencies: ["Kernel", .hashTrees], swiftSettings: settings),
        .target(name: "Messaging", dependencies: ["Commerce", "Kernel"], swiftSettings: settings),
        // machines
        .target(name: "Dialogue", dependencies: ["Commerce", "Kernel", "Messaging"], swiftSettings: settings),
        .target(name: "Outbox", dependencies: ["Kernel", "Messaging"], swiftSettings: settings),
        .target(name: "Billing", dependencies: ["Kernel", "Messaging"], swiftSettings: settings),
        .target(name: "Channels", dependencies: ["Commerce", "Kernel", "Messaging"], swiftSettings: settings),
        .target(name: "Partners", dependencies: ["Commerce", "Kernel"], swiftSettings: settings),
        .target(name: "Platform", dependencies: ["Kernel", .crypto], swiftSettings: settings),
        // ports
        .target(
            name: "Ports",
            dependencies: ["Billing", "Commerce", "Kernel", "Messaging", "Outbox"],
            swiftSettings: settings
        ),
        // a second pair of eyes on what the machines say and send
        .target(
            name: "Linter",
            dependencies: ["Channels", "Commerce", "Dialogue", "Kernel", "Messaging", "Platform"],
            swiftSettings: settings
        ),
        // conductor
        .target(
            name: "Gateway",
            dependencies: [
                "Billing", "Channels", "Commerce", "Dialogue", "Kernel", "Messaging", "Outbox", "Partners", "Ports",
                .deque, .heap, .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        // edges
        .target(
            name: "WebServer",
            dependencies: [
                "Kernel", "Ports", .httpTypes, .hummingbirdCore, .logging, .nio, .nioHTTP1, .nioPosix,
                .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "Billing", "CSQLite", "Commerce", "Kernel", "Messaging", "Outbox", "Ports", .deque, .grdb, .grdbSQLite,
            ],
            swiftSettings: pointerSettings
        ),
        .target(
            name: "CurlTransport",
            dependencies: ["CCurl", "Kernel", "Ports", .deque],
            swiftSettings: pointerSettings
        ),
        .target(
            name: "ShopFolder",
            dependencies: ["Billing", "CResources", "Commerce", "Kernel", "Messaging", .yams],
            swiftSettings: settings
        ),
        .target(
            name: "PlatformEmulator",
            dependencies: [
                "Kernel", "Platform", "Ports", .httpTypes, .hummingbirdCore, .logging, .mustache, .nio, .nioPosix,
                .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(name: "PictureMaker", dependencies: ["CGD"], swiftSettings: pointerSettings),
        .target(
            name: "SettingsFile",
            dependencies: ["Gateway", "Kernel", "Messaging", "Ports", .yams],
            swiftSettings: settings
        ),
        // stages
        .target(
            name: "Setup",
            dependencies: [
                "Channels", "Commerce", "Dialogue", "Gateway", "Kernel", "Messaging", "Partners", "Ports",
                "SettingsFile", "ShopFolder", .logging,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Household",
            dependencies: [
                "CResources", "Commerce", "Dialogue", "Gateway", "Kernel", "Messaging", "Outbox", "PictureMaker",
                "Ports",
                "SettingsFile", "ShopFolder", "WebServer",
                .logging, .mustache, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Talk",
            dependencies: [
                "Billing", "Commerce", "Gateway", "Kernel", "Messaging", "Outbox", "Partners", "Platform", "Ports",
                .logging,
            ],
            swiftSettings: settings
        ),
        .target(name: "Terminal", dependencies: ["Kernel", "Platform", .rainbow], swiftSettings: settings),
        // executables
        .executableTarget(
            name: "shopkeeper",
            dependencies: [
                "Billing", "Channels", "Commerce", "CurlTransport", "Gateway", "Household", "Kernel",
                "Linter", "Messaging", "Platform", "PlatformEmulator", "Ports", "SQLiteStore", "SettingsFile",
                "Setup", "ShopFolder", "Talk", "Terminal", "WebServer",
                .argumentParser, .logging, .serviceLifecycle, .unixSignals,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "shopkeeper-bench",
            dependencies: [
                "Billing", "CAllocations", "Channels", "Commerce", "CurlTransport", "Dialogue", "Gateway", "Kernel",
                "Messaging", "Outbox", "Platform", "Ports", "SQLiteStore", "ShopFolder", "WebServer",
                "WebhookSamples",
                .argumentParser, .grdb, .histogram, .hummingbird, .logging, .nio, .nioPosix, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        // tests
        .target(
            name: "TestSupport",
            dependencies: ["Billing", "Commerce", "Kernel", "Messaging", "Outbox", "Ports"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .target(
            name: "WebhookSamples",
            dependencies: ["Kernel", "Messaging"],
            path: "Tests/WebhookSamples",
            swiftSettings: settings
        ),
        .testTarget(name: "KernelTests", dependencies: ["Kernel"], swiftSettings: settings),
        .testTarget(name: "CommerceTests", dependencies: ["Commerce", "Kernel"], swiftSettings: settings),
        .testTarget(
            name: "MessagingTests",
            dependencies: ["Commerce", "Kernel", "Messaging"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DialogueTests",
            dependencies: ["Commerce", "Dialogue", "Kernel", "Messaging", "ShopFolder"],
            swiftSettings: settings
        ),
        .testTarget(name: "OutboxTests", dependencies: ["Kernel", "Outbox"], swiftSettings: settings),
        .testTarget(name: "BillingTests", dependencies: ["Billing", "Kernel", "Messaging"], swiftSettings: settings),
        .testTarget(
            name: "ChannelsTests",
            dependencies: ["Channels", "Commerce", "Kernel", "Messaging", "WebhookSamples"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EmulatorTests",
            dependencies: [
                "CurlTransport", "Kernel", "Platform", "PlatformEmulator", "Ports", .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PartnersTests",
            dependencies: ["Commerce", "Kernel", "Partners", "Platform"],
            swiftSettings: settings
        ),
        .testTarget(name: "PlatformTests", dependencies: ["Kernel", "Platform"], swiftSettings: settings),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Billing", "Commerce", "Kernel", "Messaging", "Outbox", "Ports", "SQLiteStore", "TestSupport", .grdb,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Billing", "Commerce", "Gateway", "Kernel", "Messaging", "Outbox", "Ports", "SQLiteStore", "ShopFolder",
                .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "HouseholdTests",
            dependencies: [
                "Commerce", "Gateway", "Household", "Kernel", "Messaging", "Ports", "SettingsFile", "ShopFolder",
                "TestSupport", "WebServer",
                .logging,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LinterTests",
            dependencies: [
                "Commerce", "Dialogue", "Kernel", "Linter", "Messaging", "ShopFolder",
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "PictureMakerTests", dependencies: ["PictureMaker"], swiftSettings: settings),
        .testTarget(
            name: "SetupTests",
            dependencies: [
                "Channels", "Commerce", "Gateway", "Kernel", "Messaging", "Platform", "Ports", "SettingsFile", "Setup",
                "ShopFolder", .logging,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SettingsFileTests",
            dependencies: ["Gateway", "Kernel", "Messaging", "SettingsFile"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ShopFolderTests",
            dependencies: ["Billing", "Commerce", "Kernel", "Messaging", "ShopFolder"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "CurlTransport", "Kernel", "Ports", "WebServer", .logging, .nio, .nioPosix, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TalkTests",
            dependencies: ["Commerce", "Kernel", "Messaging", "Ports", "SQLiteStore", "ShopFolder", "Talk"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Kernel", "Platform", "Terminal"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Commerce", "CurlTransport", "Kernel", "Messaging", "Partners", "Platform", "PlatformEmulator", "Ports",
                "SQLiteStore", .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
