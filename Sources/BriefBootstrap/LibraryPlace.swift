import Glibc

/// The folder that holds a library and its topics.
public struct LibraryPlace: Hashable, Sendable {
    public let folder: String

    /// - Parameter path: nil for the XDG data folder (`$XDG_DATA_HOME/bigpicture`, else `~/.local/share/bigpicture`).
    public init(path: String?) {
        folder = path ?? Self.standard
    }

    public var topics: String { folder + "/topics" }

    private static var standard: String {
        func variable(_ name: String) -> String? {
            guard let value = getenv(name), value.pointee != 0 else { return nil }
            return String(cString: value)
        }
        if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/bigpicture" }
        return (variable("HOME") ?? ".") + "/.local/share/bigpicture"
    }
}
