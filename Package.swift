// swift-tools-version: 6.2
// The map of the house. Targets stand in the order data meets them; ARCHITECTURE.md says what each one answers.
import PackageDescription

/// Every target is held to the same standard: language mode 6 with the features that become the default next.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        resources: resources,
        swiftSettings: strict
    )
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP2 = Target.Dependency.product(name: "NIOHTTP2", package: "swift-nio-http2")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "big-picture",
    products: [
        .executable(name: "bigpicture", targets: ["bigpicture"]),
        // What Benchmarks/ and Fuzz/ build on.
        .library(
            name: "Reading",
            targets: [
                "BriefModel", "ContentCoding", "HTMLParsing", "FeedParsing", "ArticleExtraction", "Fetching", "DocumentConversion", "Ingestion",
                "LocalInference", "StoryClustering",
            ]),
        // What Benchmarks/ fills libraries through.
        .library(name: "Keeping", targets: ["Storage", "SQLiteStorage"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Nouns and text: import nothing of ours but the model.
        room("BriefModel"),
        .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
        .target(name: "CNameTables", exclude: ["NOTICE", "names.txt"]),
        room("TextAnalysis", ["BriefModel", "CNameTables", "CStemmer"]),

        // Readers: bytes to values, no I/O, safe on hostile input.
        .target(name: "CContentCoding", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("brotlidec")]),
        room("ContentCoding", ["CContentCoding"]),
        .target(name: "CCharacterSets", linkerSettings: [.linkedLibrary("uchardet")]),
        .target(name: "CEncodingTables"),
        .target(name: "CLanguage", linkerSettings: [.linkedLibrary("cld2"), .linkedLibrary("stdc++")]),
        room("HTMLParsing", ["CCharacterSets", "CEncodingTables", "CLanguage"]),
        room("FeedParsing", ["BriefModel", "HTMLParsing"]),
        room("ArticleExtraction", ["BriefModel", "CLanguage", "ContentCoding", "HTMLParsing"]),

        // Ports: a protocol and its in-memory twin.
        room("Fetching", ["BriefModel"]),
        room("DocumentConversion", ["BriefModel"]),
        room("PagePrinting", ["BriefModel"]),
        room("Storage", ["BriefModel"]),
        room("MailSending"),
        room("Inference", ["BriefModel"]),

        // Stages: pure where they can be; they meet in values and never import each other.
        room(
            "Ingestion",
            ["BriefModel", "TextAnalysis", "FeedParsing", "ArticleExtraction", "HTMLParsing", "Fetching", "DocumentConversion", "Storage"]),
        room("StoryClustering", ["BriefModel", "TextAnalysis", "Inference"]),
        room("ClaimAnalysis", ["BriefModel", "TextAnalysis"]),
        room("BriefWriting", ["BriefModel", "TextAnalysis", "Inference"]),
        room("BriefVerification", ["BriefModel", "TextAnalysis", "Inference"]),
        room("BriefRendering", ["BriefModel", "MailSending", crypto], resources: [.embedInCode("Resources")]),
        room(
            "BriefEngine",
            [
                "BriefModel", "TextAnalysis", "Fetching", "DocumentConversion", "Storage", "Inference", "Ingestion", "StoryClustering",
                "ClaimAnalysis", "BriefWriting", "BriefVerification",
            ]),

        // A brief with its evidence, to be checked without a library.
        room("EvidenceBundle", ["BriefModel", "BriefEngine", "BriefRendering", "ContentCoding", crypto]),

        // Adapters: one technology each, importing only their port and the model.
        room("HTTPFetching", ["BriefModel", "Fetching", "ContentCoding", asyncHTTPClient, nioCore, nioHTTP, nioPosix]),
        room("PopplerConversion", ["BriefModel", "DocumentConversion", subprocess, systemPackage]),
        room("ChromiumPrinting", ["BriefModel", "PagePrinting", subprocess, systemPackage]),
        room("SMTPSending", ["MailSending", nioCore, nioPosix, nioSSL]),
        .target(name: "CCompression", linkerSettings: [.linkedLibrary("z")]),
        room("SQLiteStorage", ["BriefModel", "Storage", "CCompression", grdb, crypto]),
        room("TopicFiles", ["BriefModel", yams]),
        room("RemoteInference", ["BriefModel", "Inference", asyncHTTPClient, nioCore, nioHTTP, nioPosix]),
        .target(name: "CVectorKernels"),
        .target(name: "CWordPieceTables"),
        .target(name: "CStudent", exclude: ["NOTICE", "student.bin", "student.bin.md"]),
        .target(name: "CEntailment", exclude: ["NOTICE", "entailment.safetensors", "entailment.safetensors.md"]),
        room(
            "LocalInference",
            ["BriefModel", "Inference", "ContentCoding", "CEntailment", "CStudent", "CVectorKernels", "CWordPieceTables", crypto]),

        // Who may do what, for the front doors.
        room("Access", ["BriefModel", "Storage", crypto, cryptoExtras]),

        // Front doors.
        room(
            "BriefWeb",
            [
                "Access", "BriefModel", "Storage", "BriefRendering", "CCompression", hummingbird, hummingbirdCore, hummingbirdTLS, nioCore, nioHTTP,
                nioSSL, logging, crypto, serviceLifecycle,
            ],
            resources: [.embedInCode("API/Document")]),
        room(
            "BriefBootstrap",
            [
                "Access", "BriefModel", "BriefEngine", "BriefRendering", "BriefWeb", "EvidenceBundle", "FeedParsing", "Fetching", "Ingestion",
                "DocumentConversion", "Storage",
                "HTTPFetching", "PopplerConversion", "PagePrinting", "ChromiumPrinting", "MailSending", "SMTPSending", "Inference", "LocalInference",
                "RemoteInference", "SQLiteStorage", "TopicFiles", crypto,
            ]),
        room("SampleLibrary", ["BriefModel", "Fetching", hummingbird, nioCore, logging], resources: [.copy("Resources/sample-library")]),
        .executableTarget(
            name: "bigpicture",
            dependencies: [
                "Access", "BriefModel", "TextAnalysis", "FeedParsing", "ArticleExtraction", "Ingestion", "StoryClustering", "ClaimAnalysis",
                "BriefWriting",
                "BriefVerification", "BriefRendering", "BriefEngine", "BriefWeb", "BriefBootstrap", "EvidenceBundle", "SampleLibrary", "Storage",
                "Inference", "MailSending", "PagePrinting",
                argumentParser, logging,
            ],
            swiftSettings: strict
        ),

        // Beside the house: what measures it.
        .target(name: "Figures", dependencies: ["CStemmer"], path: "Evaluation/Figures", swiftSettings: strict),
        .target(
            name: "ReadingMeasures",
            dependencies: ["Figures", "BriefModel", "HTMLParsing", "FeedParsing", "ArticleExtraction"],
            path: "Evaluation/ReadingMeasures", swiftSettings: strict),
        .target(
            name: "TextMeasures", dependencies: ["Figures", "BriefModel", "TextAnalysis"], path: "Evaluation/TextMeasures", swiftSettings: strict),
        .target(
            name: "ClaimMeasures", dependencies: ["Figures", "BriefModel", "BriefVerification", "Inference", "TextAnalysis", crypto],
            path: "Evaluation/ClaimMeasures", swiftSettings: strict),
        .target(
            name: "TimelineMeasures", dependencies: ["Figures", "BriefModel", "StoryClustering", "TextAnalysis"],
            path: "Evaluation/TimelineMeasures", swiftSettings: strict),
        .target(
            name: "SummaryMeasures", dependencies: ["Figures", "BriefModel", "BriefWriting", "TextAnalysis"],
            path: "Evaluation/SummaryMeasures", swiftSettings: strict),
        .target(
            name: "Measures",
            dependencies: [
                "Figures", "BriefModel", "ArticleExtraction", "BriefEngine", "BriefBootstrap", "BriefRendering", "DocumentConversion", "Fetching",
                "Ingestion", "SampleLibrary", "Storage", "TextAnalysis",
            ],
            path: "Evaluation/Measures", swiftSettings: strict),
        .target(
            name: "ModelMeasures", dependencies: ["BriefBootstrap", "Figures", "Inference"], path: "Evaluation/ModelMeasures", swiftSettings: strict),
        .target(
            name: "StoryMeasures", dependencies: ["Figures", "BriefModel", "Inference", "StoryClustering", "TextAnalysis"],
            path: "Evaluation/StoryMeasures", swiftSettings: strict),
        .executableTarget(
            name: "evaluate",
            dependencies: [
                "BriefBootstrap", "ClaimMeasures", "Figures", "Inference", "Measures", "ModelMeasures", "ReadingMeasures", "StoryMeasures",
                "SummaryMeasures", "TextMeasures", "TimelineMeasures",
                argumentParser,
            ],
            path: "Evaluation/evaluate", swiftSettings: strict),
        .executableTarget(name: "blockrows", dependencies: ["ArticleExtraction"], path: "Training/blockrows", swiftSettings: strict),

        // What the training scripts learn from.
        .executableTarget(
            name: "candidaterows", dependencies: ["ArticleExtraction"], path: "Training/candidaterows", swiftSettings: strict),
        .executableTarget(
            name: "weighingrows", dependencies: ["BriefBootstrap", "BriefModel", "BriefVerification"], path: "Training/weighingrows",
            swiftSettings: strict),

        // Tests mirror the sources.
        tests("BriefModel"),
        tests("TextAnalysis", ["BriefModel"]),
        .target(name: "PackedTexts", dependencies: ["ContentCoding"], path: "Tests/PackedTexts", swiftSettings: strict),
        tests("ContentCoding", ["PackedTexts"]),
        tests("HTMLParsing"),
        tests("FeedParsing", ["BriefModel", "HTMLParsing"]),
        tests("ArticleExtraction", ["BriefModel", "HTMLParsing"]),
        tests("Fetching", ["BriefModel"]),
        tests("DocumentConversion", ["BriefModel"]),
        tests("PagePrinting", ["BriefModel"]),
        tests("Storage", ["BriefModel", "SQLiteStorage"]),
        tests("Ingestion", ["BriefModel", "DocumentConversion", "Fetching", "Storage", "TextAnalysis"]),
        tests("StoryClustering", ["BriefModel", "TextAnalysis", "Inference"]),
        tests("ClaimAnalysis", ["BriefModel", "TextAnalysis"]),
        tests("BriefWriting", ["BriefModel", "Inference", "TextAnalysis"]),
        tests("BriefVerification", ["BriefModel", "Inference", "TextAnalysis"]),
        tests("BriefRendering", ["BriefModel", "MailSending"]),
        tests(
            "BriefEngine",
            [
                "BriefModel", "BriefRendering", "BriefVerification", "DocumentConversion", "Fetching", "Inference", "LocalInference", "SampleLibrary",
                "Storage",
            ]),
        tests("EvidenceBundle", ["BriefModel", "BriefEngine", "BriefRendering", "ContentCoding"]),
        tests("HTTPFetching", ["BriefModel", "Fetching", "PackedTexts", asyncHTTPClient, nioCore, nioHTTP, nioHTTP2, nioPosix, nioSSL]),
        tests("PopplerConversion", ["BriefModel", "DocumentConversion"]),
        tests("ChromiumPrinting", ["BriefModel", "PagePrinting"]),
        tests("MailSending"),
        .target(name: "StandInPost", dependencies: [nioCore, nioPosix, nioSSL], path: "Tests/StandInPost", swiftSettings: strict),
        tests("SMTPSending", ["MailSending", "StandInPost"]),
        tests("SQLiteStorage", ["BriefModel", "Storage", grdb]),
        tests("TopicFiles", ["BriefModel"]),
        tests("Inference"),
        tests("LocalInference", ["BriefModel", "Inference"]),
        .target(name: "StandInModel", dependencies: [nioCore, nioHTTP, nioPosix], path: "Tests/StandInModel", swiftSettings: strict),
        tests("RemoteInference", ["Inference", "StandInModel"]),
        tests("Access", ["BriefModel", "Storage"]),
        tests(
            "BriefWeb",
            ["Access", "BriefModel", "BriefRendering", "ContentCoding", "Storage", hummingbird, hummingbirdTesting, nioCore, nioPosix, crypto],
            resources: [.copy("Fixtures")]),
        tests("BriefBootstrap", ["BriefEngine", "BriefModel", "BriefWeb", "Fetching", "Inference", "MailSending", "StandInModel", "Storage"]),
        tests("SampleLibrary", ["BriefModel", "Fetching", "HTTPFetching"]),
        .testTarget(
            name: "BigPictureTests", dependencies: ["bigpicture", "StandInModel", "StandInPost"], exclude: ["Browser"], swiftSettings: strict),
        .testTarget(
            name: "EvaluationTests",
            dependencies: [
                "BriefBootstrap", "ClaimMeasures", "Figures", "Inference", "Measures", "ModelMeasures", "ReadingMeasures", "SampleLibrary",
                "StoryMeasures", "SummaryMeasures", "TextMeasures", "TimelineMeasures",
            ],
            swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    ]
)
