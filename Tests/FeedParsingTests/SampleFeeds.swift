import Foundation

/// The sample library's files as its server would send them.
enum SampleFeeds {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/SampleLibrary/Resources/sample-library/site")

    static let origin = "http://localhost:8000"

    /// With the server's address in the place the library leaves for it. Byte by byte: the file need not be UTF-8.
    static func bytes(_ path: String) throws -> [UInt8] {
        let data = try Data(contentsOf: folder.appending(path: path))
        var output = Data()
        var rest = data[...]
        while let found = rest.range(of: Data("localhost:PORT".utf8)) {
            output += rest[..<found.lowerBound] + Data("localhost:8000".utf8)
            rest = rest[found.upperBound...]
        }
        return [UInt8](output + rest)
    }
}
