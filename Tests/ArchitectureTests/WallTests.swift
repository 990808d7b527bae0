import Testing

/// The walls of ARCHITECTURE.md, read from the package itself.
@Suite struct WallTests {
    let package: PackageDescription

    init() throws { package = try PackageDescription.load() }

    static let stages: Set = ["Ingestion", "StoryClustering", "ClaimAnalysis", "BriefWriting", "BriefVerification", "BriefRendering"]
    static let adapters: Set = [
        "HTTPFetching", "PopplerConversion", "ChromiumPrinting", "SQLiteStorage", "LocalInference", "RemoteInference", "SMTPSending", "TopicFiles",
    ]
    static let ports: Set = ["Fetching", "DocumentConversion", "PagePrinting", "MailSending", "Storage", "Inference"]
    static let readers: Set = ["ContentCoding", "HTMLParsing", "FeedParsing", "ArticleExtraction"]
    static let cTargets: Set = [
        "CCharacterSets", "CEncodingTables", "CEntailment", "CLanguage", "CStemmer", "CCompression", "CContentCoding", "CNameTables", "CStudent",
        "CVectorKernels", "CWordPieceTables",
    ]

    @Test func theModelImportsNothing() throws {
        let model = try #require(package["BriefModel"])
        #expect(model.inHouse.isEmpty && model.fromElsewhere.isEmpty)
    }

    @Test(arguments: stages) func aStageImportsNoOtherStageAndNoAdapter(_ name: String) throws {
        let stage = try #require(package[name])
        #expect(stage.inHouse.isDisjoint(with: Self.stages.union(Self.adapters).union(["BriefEngine"])))
        #expect(stage.fromElsewhere.isSubset(of: ["Crypto"]), "a stage does no input or output, so it needs no library for it")
    }

    /// ContentCoding alone among the readers: what a connection packs is taken off where it arrives.
    @Test(arguments: adapters) func anAdapterImportsOnlyItsPortAndTheModel(_ name: String) throws {
        let adapter = try #require(package[name])
        #expect(adapter.inHouse.isSubset(of: Self.ports.union(Self.cTargets).union(["BriefModel", "ContentCoding"])))
        #expect(adapter.inHouse.intersection(Self.ports).count <= 1)
    }

    @Test(arguments: readers) func aReaderDoesNoInputOrOutput(_ name: String) throws {
        let reader = try #require(package[name])
        #expect(reader.inHouse.isSubset(of: Self.readers.union(Self.cTargets).union(["BriefModel"])))
        #expect(reader.fromElsewhere.isEmpty)
    }

    @Test func onlyTheBootstrapNamesAnAdapter() {
        let naming = package.targets.filter { $0.type != "test" && !$0.inHouse.isDisjoint(with: Self.adapters) }.map(\.name)
        #expect(naming == ["BriefBootstrap"])
    }

    @Test func theAuthorNeverGradesItself() throws {
        for (one, other) in [("BriefWriting", "BriefVerification"), ("BriefVerification", "BriefWriting")] {
            #expect(!reach(of: one).contains(other))
        }
        for target in package.targets where target.type == "library" && !["BriefVerification", "BriefModel"].contains(target.name) {
            for source in try package.sources(of: target) {
                #expect(!source.text.contains("VerificationReport("), "\(target.name)/\(source.name) makes its own report")
            }
        }
    }

    @Test func everyImportIsDeclaredInTheMap() throws {
        let rooms = Set(package.targets.map(\.name))
        for target in package.targets where target.type != "test" {
            for source in try package.sources(of: target) {
                let imported = source.text.split(separator: "\n").filter { $0.hasPrefix("import ") || $0.hasPrefix("public import ") }
                    .compactMap { $0.split(separator: " ").last.map(String.init) }
                for name in imported where rooms.contains(name) {
                    #expect(target.inHouse.contains(name), "\(target.name)/\(source.name) imports \(name)")
                }
            }
        }
    }

    @Test func noFileOutgrowsItsIdea() throws {
        for target in package.targets {
            for source in try package.sources(of: target) {
                let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
                #expect(lines <= 401, "\(target.name)/\(source.name) has \(lines) lines")
            }
        }
    }

    private func reach(of name: String) -> Set<String> {
        var seen: Set<String> = []
        var pending = [name]
        while let next = pending.popLast() {
            for dependency in package[next]?.inHouse ?? [] where seen.insert(dependency).inserted { pending.append(dependency) }
        }
        return seen
    }
}
