import Crypto
import Foundation
import Inference

/// What a teacher said, kept in a folder, a file a portion, named by the hash of teacher and question: so an answer to another question is never
/// taken. Without a folder nothing is kept. A file that cannot be written or read costs time only.
public struct TeacherAnswers: Sendable {
    let folder: URL?

    /// Nothing is kept.
    public init() { folder = nil }

    /// - Parameter folder: a path; made when it is not there.
    public init(folder: String) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
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

    func keep(_ numbers: [Float], _ key: Key) {
        guard let folder else { return }
        var data = Data(capacity: numbers.count * 4)
        for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        try? data.write(to: folder.appendingPathComponent(key.name), options: .atomic)
    }
}
