// swift-tools-version: 6.2
// Speed beside the peers: a program that does one task over and over on request, so that a race can alternate between it and them.
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "big-picture", path: "..")],
    targets: [
        .executableTarget(
            name: "contender",
            dependencies: [.product(name: "Reading", package: "big-picture")],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ]
)
