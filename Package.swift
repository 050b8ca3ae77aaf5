// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target of ours: Swift 6 mode comes with the tools version, imports say who sees them.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Targets that call C mark every unsafe expression.
let systemSettings = settings + [.strictMemorySafety()]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "localtenant",
    products: [.executable(name: "localtenant", targets: ["localtenant"])],
    traits: [
        .trait(name: "HTTP2", description: "HTTP/2 through libnghttp2."),
        .default(enabledTraits: ["HTTP2"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // Floors 0 and 1: what all stand on.
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CYaml", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CNghttp2", providers: [.apt(["libnghttp2-dev"])]),
        .target(name: "Ground", swiftSettings: settings),
        .target(name: "JSON", dependencies: ["Ground"], swiftSettings: settings),
        .target(name: "Tenancy", dependencies: ["Ground"], swiftSettings: settings),
        .target(name: "HTTPCore", dependencies: ["Ground"], swiftSettings: settings),
        .target(name: "Transport", dependencies: ["CLinux", "Ground"], swiftSettings: systemSettings),
        .target(name: "Files", swiftSettings: systemSettings),
        .target(name: "Processes", dependencies: ["CLinux", "Transport"], swiftSettings: systemSettings),
        .target(
            name: "Credentials", dependencies: ["COpenSSL"], swiftSettings: systemSettings,
            linkerSettings: [.linkedLibrary("crypto")]),

        // Floor 2: protocol cores, route tables, the engine and its families, and what stands beside them.
        .target(name: "HTTP1", dependencies: ["Ground", "HTTPCore"], swiftSettings: settings),
        .target(
            name: "HTTP2", dependencies: ["CNghttp2", "Ground", "HTTPCore"], swiftSettings: systemSettings,
            linkerSettings: [.linkedLibrary("nghttp2")]),
        .target(name: "Routing", dependencies: ["Ground", "HTTPCore"], swiftSettings: settings),
        .target(
            name: "TLS", dependencies: ["COpenSSL", "Credentials", "Files"], swiftSettings: systemSettings,
            linkerSettings: [.linkedLibrary("ssl")]),
        .target(
            name: "Tokens", dependencies: ["Credentials", "Ground", "HTTPCore", "JSON", "Tenancy"],
            swiftSettings: settings),

        .target(
            name: "Faults", dependencies: ["Ground", "HTTPCore", "JSON", "Routing", "Tenancy"], swiftSettings: settings),
        .target(
            name: "Journal", dependencies: ["Ground", "HTTPCore", "JSON", "Routing", "Tenancy"], swiftSettings: settings
        ),
        .target(
            name: "YAML", dependencies: ["CYaml", "JSON"], swiftSettings: systemSettings,
            linkerSettings: [.linkedLibrary("yaml")]),
        .target(name: "Resources", dependencies: ["Ground", "JSON", "Tenancy"], swiftSettings: settings),
        .target(name: "Families", dependencies: ["Ground", "JSON", "Resources", "Tenancy"], swiftSettings: settings),
        .target(name: "Formats", dependencies: ["Ground", "JSON", "Resources", "Tenancy"], swiftSettings: settings),

        .target(name: "ClientSetup", dependencies: ["HTTPCore", "JSON"], swiftSettings: settings),
        .target(
            name: "Runtime", dependencies: ["Ground", "JSON", "Processes", "Tenancy", "Transport"],
            resources: [.embedInCode("Worker"), .embedInCode("Samples")], swiftSettings: settings),
        .target(
            name: "AdminPage", dependencies: ["HTTPCore"], resources: [.embedInCode("Assets")], swiftSettings: settings),

        // Floor 3: connections, and the three surfaces.
        .target(
            name: "HTTPClient", dependencies: ["Credentials", "HTTPCore", "TLS", "Transport"], swiftSettings: settings),
        .target(
            name: "HTTPServer",
            dependencies: [
                "Ground", "HTTPCore", "HTTP1", .target(name: "HTTP2", condition: .when(traits: ["HTTP2"])), "TLS",
                "Transport",
            ],
            swiftSettings: settings),
        .target(
            name: "ManagementAPI",
            dependencies: [
                "Families", "Ground", "HTTPCore", "JSON", "Resources", "Routing", "Runtime", "Tenancy", "Tokens",
            ],
            swiftSettings: settings),
        .target(
            name: "AuthenticationAPI",
            dependencies: ["Credentials", "Families", "Ground", "HTTPCore", "JSON", "Tenancy", "Tokens"],
            swiftSettings: settings),
        .target(
            name: "ControlAPI",
            dependencies: [
                "AdminPage", "ClientSetup", "Faults", "HTTPCore", "JSON", "Journal", "Resources", "Routing", "Formats",
                "Runtime", "Tenancy", "YAML",
            ],
            swiftSettings: settings),

        // Floor 4: the composition root. Floor 5: the command line.
        .target(
            name: "Emulator",
            dependencies: [
                "AuthenticationAPI", "CLinux", "ControlAPI", "Credentials", "Families", "Faults", "Files", "Formats",
                "Ground", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "Journal", "ManagementAPI", "Processes",
                "Resources", "Runtime", "TLS", "Tenancy", "Tokens", "Transport", "YAML", logging,
            ],
            swiftSettings: systemSettings),
        .executableTarget(
            name: "localtenant",
            dependencies: [
                "ClientSetup", "Emulator", "Files", "Formats", "HTTPClient", "HTTPCore", "HTTPServer", "JSON",
                "Processes", "Runtime", "Tenancy", "Transport", argumentParser, logging,
            ],
            swiftSettings: systemSettings),

        // Tests, one target a room.
        .target(
            name: "TestSupport", dependencies: ["Ground", "HTTPCore", "JSON", "Resources", "Tenancy"],
            path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "GroundTests", dependencies: ["Ground", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "TenancyTests", dependencies: ["Tenancy", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "HTTPCoreTests", dependencies: ["Ground", "HTTPCore", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "HTTP1Tests", dependencies: ["HTTP1", "HTTPCore", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "HTTP2Tests", dependencies: ["HTTP2", "HTTPCore", "CNghttp2", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "TLSTests", dependencies: ["TLS", "COpenSSL", "Credentials", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "RoutingTests", dependencies: ["Routing", "HTTPCore"], swiftSettings: settings),
        .testTarget(
            name: "HTTPClientTests", dependencies: ["HTTPClient", "HTTPCore", "TestSupport", "Transport"],
            swiftSettings: settings),
        .testTarget(
            name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTPCore", "TLS", "Transport", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ResourcesTests", dependencies: ["JSON", "Resources", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FamiliesTests", dependencies: ["Families", "Ground", "JSON", "Resources", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ManagementAPITests",
            dependencies: [
                "ControlAPI", "Families", "Formats", "ManagementAPI", "HTTPCore", "JSON", "Journal", "Resources",
                "Tenancy", "Tokens", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TokensTests",
            dependencies: ["Tokens", "Credentials", "Ground", "HTTPCore", "JSON", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "AuthenticationAPITests",
            dependencies: [
                "AuthenticationAPI", "Credentials", "Families", "ManagementAPI", "Ground", "HTTPCore", "JSON",
                "Tenancy",
                "Tokens",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ControlAPITests",
            dependencies: [
                "ControlAPI", "Families", "Faults", "Formats", "Ground", "HTTPCore", "JSON", "Journal", "ManagementAPI",
                "Resources", "Tenancy", "Tokens", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EmulatorTests",
            dependencies: [
                "Credentials", "Emulator", "Files", "Formats", "HTTPCore", "localtenant", "JSON", "Processes",
                "Tenancy",
                "TestSupport",
                "Transport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "FaultsTests", dependencies: ["Faults", "HTTPCore", "JSON", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "YAMLTests", dependencies: ["YAML", "JSON", "Formats", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "JournalTests", dependencies: ["Journal", "HTTPCore", "JSON", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Emulator", "Families", "Formats", "JSON", "Resources", "Tenancy", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ProcessesTests", dependencies: ["Processes", "Transport"], swiftSettings: settings),
        .testTarget(
            name: "RuntimeTests", dependencies: ["JSON", "Runtime", "Tenancy", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ClientSetupTests", dependencies: ["ClientSetup", "HTTPCore", "JSON"], swiftSettings: settings),
        .testTarget(
            name: "AdminPageTests", dependencies: ["AdminPage", "HTTPCore", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: settings),
    ]
)
