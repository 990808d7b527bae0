import Foundation

/// A library with one topic that has a schedule, and the one report that it reads.
enum TernLibrary {
    private static let report = """
        The port of Tern closed after the storm

        The harbour office of Tern closed the port on Monday 2 March 2026 after a storm damaged two of its four cranes.

        Repairs will cost about 12 million euros, according to the ministry of transport of Averland.

        """

    /// `library/topics/tern.yaml` and `reports/tern.txt`.
    static func make(in folder: URL) throws {
        for place in ["library/topics", "reports"] {
            try FileManager.default.createDirectory(at: folder.appending(path: place), withIntermediateDirectories: true)
        }
        try Data(report.utf8).write(to: folder.appending(path: "reports/tern.txt"))
        let topic = "title: Tern\nschedule: daily\nsources:\n  - folder: \(folder.path)/reports\n"
        try Data(topic.utf8).write(to: folder.appending(path: "library/topics/tern.yaml"))
    }
}
