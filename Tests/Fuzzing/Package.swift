// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers of the rooms that read what a peer or a person sends: `fuzz NAME`, see README.md.
///
/// The rooms are links to the program's own, since what is `package` there is open to the targets of one package only.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // libFuzzer sees which branches are taken, AddressSanitizer what is touched.
    .unsafeFlags(["-sanitize=fuzzer,address"]),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], links library: String? = nil) -> Target {
    .target(
        name: name, dependencies: dependencies, swiftSettings: settings,
        linkerSettings: library.map { [.linkedLibrary($0)] } ?? [])
}

let package = Package(
    name: "fuzzing",
    targets: [
        .systemLibrary(name: "COpenSSL"),
        .systemLibrary(name: "CYaml"),
        .systemLibrary(name: "CNghttp2"),
        room("Ground"),
        room("JSON", ["Ground"]),
        room("Tenancy", ["Ground"]),
        room("HTTPCore", ["Ground"]),
        room("Credentials", ["COpenSSL"], links: "crypto"),
        room("HTTP1", ["Ground", "HTTPCore"]),
        room("HTTP2", ["CNghttp2", "Ground", "HTTPCore"], links: "nghttp2"),
        room("Tokens", ["Credentials", "Ground", "HTTPCore", "JSON", "Tenancy"]),
        room("Routing", ["Ground", "HTTPCore"]),
        room("Faults", ["Ground", "HTTPCore", "JSON", "Routing", "Tenancy"]),
        room("Journal", ["Ground", "HTTPCore", "JSON", "Routing", "Tenancy"]),
        room("YAML", ["CYaml", "JSON"], links: "yaml"),
        room("Formats", ["Ground", "JSON", "Tenancy"]),
        room("Resources", ["Ground", "JSON", "Tenancy"]),
        room("Families", ["Ground", "JSON", "Resources", "Tenancy"]),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Ground", "JSON", "HTTP1", "HTTP2", "HTTPCore", "Tokens", "Faults", "Journal", "YAML", "Formats",
                "Tenancy", "Families",
            ],
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ])
