public import ArgumentParser
import BriefBootstrap
import BriefModel
public import BriefRendering
import Glibc

/// Where the library is.
struct LibraryOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The folder that holds the library.", discussion: "Default: the XDG data folder, bigpicture/.", valueName: "path"))
    var library: String?

    var place: LibraryPlace { LibraryPlace(path: library) }
}

/// The day the brief looks back from.
struct AsOfOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Count only what was published up to the end of this day, UTC (2026-03-01).", discussion: "Default: now.", valueName: "date"),
        transform: { text in
            guard let day = CalendarDay(iso: text) else { throw ValidationError("'\(text)' is not a day; write it as 2026-03-01.") }
            return day
        })
    var asOf: CalendarDay?

    func moment(_ clock: Clock) -> Timestamp {
        asOf.map { Timestamp(day: $0, hour: 23, minute: 59, second: 59) } ?? clock.now()
    }
}

/// How and where a page is written.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "terminal, markdown, html or json.")
    var format: BriefFormat = .terminal

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
    var output: String?

    func deliver(_ bytes: [UInt8]) throws {
        guard let output else { return try StandardOutput.write(bytes) }
        try OutputFile.write(bytes, to: output)
    }
}

extension BriefFormat: ExpressibleByArgument {}

/// How the terminal at hand likes its text. `NO_COLOR` (no-color.org) is obeyed; pipes get plain text of 80 columns.
extension TerminalStyle {
    static var current: TerminalStyle {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let wantsColor = isTerminal && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
        var size = winsize()
        let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col >= 40
        return TerminalStyle(width: known ? min(Int(size.ws_col), 100) : 80, usesColor: wantsColor)
    }
}

enum Environment {
    /// Nil when unset or empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}
