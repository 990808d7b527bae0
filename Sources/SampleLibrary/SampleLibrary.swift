public import BriefModel
import Foundation

/// The sample sources: 85 articles of 14 invented outlets, an older brief about them, and annotations. Its notice is in Resources/sample-library/README.md.
public enum SampleLibrary {
    /// Said at the foot of every page made of the sample.
    public static let notice =
        "A sample: every outlet, author and speaker marked fictional is invented, and some statements in the articles are wrong on purpose."

    /// The day the library ends: 1 March 2026.
    public static let day = CalendarDay(daysSince1970: 20_513)

    /// The folder that has to lie beside the program, since the package manager puts it there.
    public static let besideProgram = "big-picture_SampleLibrary.resources"

    /// Whether it does. The way to the files that the package manager makes ends the program where it does not.
    public static var isBesideProgram: Bool {
        FileManager.default.fileExists(atPath: Bundle.main.bundleURL.appending(path: besideProgram).path(percentEncoded: false))
    }

    /// Where the files are on this machine.
    public static var folder: String { Bundle.module.bundleURL.appending(path: "sample-library").path(percentEncoded: false) }
    public static var siteFolder: String { folder + "/site" }
    public static var goldFolder: String { folder + "/gold" }
    public static var opmlPath: String { siteFolder + "/feeds.opml" }

    /// The brief of 1 March 2026 by a closed product, which the demo audits.
    public static var olderBrief: String { get throws(SampleFileMissing) { try file("brief-2026-03-01.txt") } }

    /// A brief of our own with right and wrong lines.
    public static var controlBrief: String { get throws(SampleFileMissing) { try file("control_brief.txt") } }

    /// The canonical text of an article by its identifier in the annotations: title, blank line, paragraphs.
    public static func text(of article: String) throws(SampleFileMissing) -> String { try file("text/\(article).txt") }

    private static func file(_ path: String) throws(SampleFileMissing) -> String {
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else { throw SampleFileMissing(path: path) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A file of the sample library is not where the program was installed.
public struct SampleFileMissing: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String

    public var description: String { "The sample library has no file \(path); keep the resources beside the program, or build it again." }
}
