public import BriefEngine
public import BriefModel
import ChromiumPrinting
public import DocumentConversion
import Fetching
import Foundation
import HTTPFetching
public import PagePrinting
import PopplerConversion
import SQLiteStorage
public import Storage

/// Configuration to adapters to engine: the only place that names both sides.
public struct Bootstrap: Sendable {
    public let store: any LibraryStore
    public let engine: Engine

    /// Opens a user's library and puts the engine over it.
    /// - Throws: why the library cannot be opened.
    public init(library place: LibraryPlace, access: LibraryAccess, allowsLocalAddresses: Bool, clock: Clock) throws(StorageError) {
        store = try SQLiteLibrary(path: place.folder, mode: access == .reading ? .readOnly : .readWrite)
        engine = Self.engine(over: store, allowsLocalAddresses: allowsLocalAddresses, clock: clock)
    }

    init(store: any LibraryStore, engine: Engine) {
        self.store = store
        self.engine = engine
    }

    /// What is kept of a stream of articles, in one file.
    public static func stream(_ path: String) throws(StorageError) -> any StreamStore { try SQLiteStream(path: path) }

    /// The PDF converter of this machine.
    public static var converter: any PDFConverter { PopplerConverter() }

    /// The printer of this machine, for PDFs.
    public static var printer: any PagePrinter { ChromiumPrinter() }

    /// The engine over any store, with the fetcher and converter of this machine.
    public static func engine(over store: any LibraryStore, allowsLocalAddresses: Bool, clock: Clock) -> Engine {
        Engine(
            store: store, fetcher: fetcher(allowsLocalAddresses: allowsLocalAddresses, clock: clock), converter: converter,
            encoder: LocalModels.inside, clock: clock)
    }
}

extension Bootstrap {
    /// The web as this process's variables say: proxies by the usual ones, and in `BIGPICTURE_CONTACT` whom publishers may write to.
    static func fetcher(allowsLocalAddresses: Bool, clock: Clock) -> HTTPFetcher {
        let environment = ProcessInfo.processInfo.environment
        return HTTPFetcher(
            allowsLocalAddresses: allowsLocalAddresses, userAgent: UserAgent(contact: environment["BIGPICTURE_CONTACT"]),
            environment: environment, clock: clock)
    }
}

/// A command that only looks must work on a library it may not write.
public enum LibraryAccess: Sendable { case reading, writing }
