import BriefBootstrap
import BriefEngine
import BriefModel
import Foundation
import Storage
import Testing

/// A brief is audited while another process writes the library.
@Suite struct AuditDuringWritesTests {
    private static let moment = Timestamp(secondsSince1970: 1_772_000_000)

    private static let brief = """
        The Harbour Declaration was signed by thirty-four countries in Lindholm.

        The Calder bridge was closed to lorries in March [1].

        [1]: https://courier.example/bridge
        """

    /// Two states of a library, each written in one step. Neither ever holds what one of the lines says and not what the other does.
    private enum State: CaseIterable {
        case bearingOut, silent

        var readings: [Reading] {
            switch self {
            case .bearingOut:
                [
                    reading("declaration", "The Harbour Declaration was signed by thirty-four countries in Lindholm."),
                    reading("bridge", "The Calder bridge was closed to lorries in March."),
                ]
            case .silent: [reading("declaration", "Rain fell on Lindholm."), reading("bridge", "Ferries go on as before.")]
            }
        }
    }

    private static func reading(_ id: String, _ text: String) -> Reading {
        let article = Article(
            id: ArticleID(id), address: "https://courier.example/\(id)", outlet: "courier", title: "News", published: moment, fetched: moment,
            language: "en", body: [(.paragraph, text)])
        return Reading(article: article, rawBytes: Array(text.utf8), mediaType: "text/html")
    }

    /// - Parameter others: articles beside the two: a large library is not read whole, but asked several questions.
    @Test(arguments: [0, 700]) func `the audit is that of the library before a step or after it, never of one between`(others: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = LibraryPlace(path: folder.path)
        let writer = try Bootstrap(library: place, access: .writing, allowsLocalAddresses: false, clock: .fixed(Self.moment)).store
        _ = try await writer.record((0..<others).map { Self.reading("other-\($0)", "Notes of day \($0), of no matter to anybody.") })
        let reader = try Bootstrap(library: place, access: .reading, allowsLocalAddresses: false, clock: .fixed(Self.moment)).engine

        var expected: [State: [Verdict]] = [:]
        for state in State.allCases {
            _ = try await writer.record(state.readings)
            expected[state] = try await verdicts(reader)
        }
        #expect(expected[.bearingOut] == [.supported, .supported], "else the test would show nothing")
        #expect(expected[.silent]?.contains(.supported) == false, "else the test would show nothing")

        for _ in 0..<25 {
            async let writing: Void = write(to: writer, steps: 8)
            let found = try await verdicts(reader)
            #expect(expected.values.contains(found), "\(found)")
            try await writing
        }
    }

    /// From one state to the other and back.
    private func write(to library: any LibraryStore, steps: Int) async throws {
        for step in 0..<steps { _ = try await library.record(State.allCases[step % 2].readings) }
    }

    private func verdicts(_ engine: Engine) async throws -> [Verdict] {
        try await engine.audit(Self.brief, asOf: Self.moment).audit.findings.map(\.verdict).filter { $0 != .notAClaim }
    }
}
