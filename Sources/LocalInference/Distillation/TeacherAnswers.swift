import Crypto
import Foundation
public import Inference

/// What a teacher said, kept in a folder, a file a portion, named by the hash of teacher and question: so an answer to another question is never
/// taken. Without a folder nothing is kept. A file that is not what it should be is asked for anew; one that cannot be written is an error, as who
/// names a folder relies on it.
public struct TeacherAnswers: Sendable {
    let folder: URL?

    /// Nothing is kept.
    public init() { folder = nil }

    /// - Parameter folder: a path; made when it is not there.
    /// - Throws: when it cannot be made.
    public init(folder: String) throws(InferenceError) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .unreadable(file: folder, reason: "it cannot be made: \(error.localizedDescription)")
        }
    }

    struct Key {
        let name: String

        init(stage: String, teacher: EncoderIdentity, asked: [String]) {
            var hash = SHA256()
            for part in [stage, teacher.name, teacher.hash] + asked {
                hash.update(data: Array(part.utf8))
                hash.update(data: [0])
            }
            name = stage + "-" + Array(hash.finalize().prefix(16)).hexadecimal + ".f32"
        }
    }

    /// So many numbers, when they are kept whole.
    func answer(_ key: Key, count: Int) -> [Float]? {
        guard let folder, let data = try? Data(contentsOf: folder.appendingPathComponent(key.name)), data.count == count * 4 else { return nil }
        let numbers = data.withUnsafeBytes { bytes in
            (0..<count).map { Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))) }
        }
        return numbers.allSatisfy(\.isFinite) ? numbers : nil
    }

    func keep(_ numbers: [Float], _ key: Key) throws(InferenceError) {
        guard let folder else { return }
        var data = Data(capacity: numbers.count * 4)
        for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        do {
            try data.write(to: folder.appendingPathComponent(key.name), options: .atomic)
        } catch {
            throw .unreadable(file: folder.path, reason: "it cannot be written to: \(error.localizedDescription)")
        }
    }
}
