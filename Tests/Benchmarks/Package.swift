// swift-tools-version: 6.2
import PackageDescription

/// Peers to measure against that have to be built; nothing of the program depends on it. See README.md.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1")
    ],
    targets: [
        .executableTarget(
            name: "peer-hummingbird",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird")])
    ])
