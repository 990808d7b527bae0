// swift-tools-version: 6.2
// Speed beside the peers: programs that do one task over and over on request, so that a race can alternate between them and the peers.
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let reading = Target.Dependency.product(name: "Reading", package: "big-picture")
let keeping = Target.Dependency.product(name: "Keeping", package: "big-picture")

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "big-picture", path: "..")],
    targets: [
        .target(name: "Rounds", swiftSettings: settings),
        .executableTarget(name: "contender", dependencies: [reading, "Rounds"], swiftSettings: settings),
        .executableTarget(name: "encoding", dependencies: [reading, "Rounds"], swiftSettings: settings),
        .executableTarget(name: "stories", dependencies: [reading, "Rounds"], swiftSettings: settings),
        .executableTarget(name: "filling", dependencies: [reading, keeping, "Rounds"], swiftSettings: settings),
    ]
)
