import BriefModel
import Foundation
import GRDB
import Storage
import Testing

/// A folder for one library; it goes when its test does.
final class Place: Sendable {
    let folder: String

    init() throws { folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)").path }

    deinit {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
    }

    /// The file as another process would use it.
    func direct<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: folder + "/library.sqlite", configuration: configuration).inDatabase(body)
    }

    /// A connection that holds the write lock until it is told to let go.
    func lock() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: folder + "/library.sqlite", configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        return queue
    }
}

enum Sample {
    static func reading(_ id: String, _ text: String, _ provenance: Provenance? = nil) -> Reading {
        let article = Article(
            id: ArticleID(id), address: "https://x.example/\(id)", outlet: "x", title: "On \(id)", published: nil,
            fetched: Timestamp(secondsSince1970: 1_772_000_000), language: "en", body: [(.paragraph, text)], provenance: provenance)
        return Reading(article: article, rawBytes: Array(text.utf8), mediaType: "text/plain")
    }
}
