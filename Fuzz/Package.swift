// swift-tools-version: 6.2
// Coverage-guided fuzzing of every reader (libFuzzer). Scripts/fuzz builds it with the whole house instrumented; nothing depends on it.
import PackageDescription

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "big-picture", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["CFuzzer", .product(name: "Reading", package: "big-picture")],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
    ]
)
