import BriefModel
import Foundation
import Glibc

/// What became of each edition for each recipient, in `mail.jsonl` in the library's folder: a line a change, of which the last counts. Whoever has it open is
/// the only one to send from the library, so that nobody is sent the same twice.
final class PostBook {
    struct Entry: Codable, Hashable {
        enum State: String, Codable {
            /// The edition was written and is to be sent; names no recipient.
            case written
            case sent, refused
            case putOff = "put-off"
            case givenUp = "given-up"
        }

        let topic: String
        let edition: String
        var to: String?
        let state: State
        let at: String
        var tries: Int?
        var why: String?

        init(_ state: State, topic: String, edition: Timestamp, at moment: Timestamp, to: String? = nil, tries: Int? = nil, why: String? = nil) {
            (self.topic, self.edition, self.to, self.state) = (topic, edition.description, to, state)
            (at, self.tries, self.why) = (moment.description, tries, why)
        }

        /// Nothing more is to be done.
        var isSettled: Bool { state == .sent || state == .refused || state == .givenUp }
    }

    private struct Key: Hashable {
        let topic: String
        let edition: String
        let to: String?
    }

    private let descriptor: Int32
    private let path: String
    private var last: [Key: Entry] = [:]

    /// - Throws: `busy` while another process has it open.
    init(_ place: LibraryPlace) throws(PostError) {
        path = Self.path(in: place)
        descriptor = try Self.open(path)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .busy }
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            // A line that was cut when a machine stopped says nothing.
            guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else { continue }
            last[Key(topic: entry.topic, edition: entry.edition, to: entry.to)] = entry
        }
        if let end = bytes.last, end != UInt8(ascii: "\n") { try Self.append([UInt8(ascii: "\n")], to: descriptor, path) }
    }

    deinit { close(descriptor) }

    /// The editions that are to be sent, the oldest first.
    var written: [Entry] { last.values.filter { $0.state == .written }.sorted { ($0.edition, $0.topic) < ($1.edition, $1.topic) } }

    func entry(of topic: String, edition: Timestamp, to recipient: String?) -> Entry? {
        last[Key(topic: topic, edition: edition.description, to: recipient)]
    }

    func note(_ entry: Entry) throws(PostError) {
        last[Key(topic: entry.topic, edition: entry.edition, to: entry.to)] = entry
        try Self.append(Self.line(entry), to: descriptor, path)
    }

    /// Adds a note while another may be sending.
    static func add(_ entry: Entry, in place: LibraryPlace) throws(PostError) {
        let path = path(in: place), descriptor = try open(path)
        defer { close(descriptor) }
        try append(line(entry), to: descriptor, path)
    }

    private static func path(in place: LibraryPlace) -> String { place.folder + "/mail.jsonl" }

    private static func open(_ path: String) throws(PostError) -> Int32 {
        // Addresses are nobody else's business.
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .book(path: path, why: String(cString: strerror(errno))) }
        return descriptor
    }

    private static func line(_ entry: Entry) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Words and numbers always become JSON.
        return Array((try? encoder.encode(entry)) ?? Data()) + [UInt8(ascii: "\n")]
    }

    /// At once, at the end, and on the disk before anything else is done.
    private static func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(PostError) {
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw .book(path: path, why: String(cString: strerror(errno)))
        }
    }
}
