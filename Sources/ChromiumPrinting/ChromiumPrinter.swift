public import BriefModel
import Foundation
public import PagePrinting
import Subprocess
import SystemPackage

/// Prints through a headless Chromium in a child process that `prlimit` keeps short of processor time and files to write. The page is our own and forbids
/// itself all script; the child may look up no host. Its address space cannot be bounded: the engine reserves far more than it uses.
public struct ChromiumPrinter: PagePrinter {
    private let time: Duration
    private let names: [String]

    /// - Parameter time: wall clock, then the child is killed.
    public init(time: Duration = .seconds(120)) {
        self.init(time: time, names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])
    }

    init(time: Duration, names: [String]) {
        self.time = time
        self.names = names
    }

    /// Whether one of the programs is installed.
    public var isInstalled: Bool { get async { await program() != nil } }

    public func pdf(of page: [UInt8], dated moment: Timestamp) async throws(PrintingError) -> [UInt8] {
        guard let program = await program() else { throw .printerMissing(names) }
        let outcome = await withTaskGroup(of: Result<[UInt8], PrintingError>?.self) { group in
            group.addTask { await print(page, with: program) }
            group.addTask {
                do { try await Task.sleep(for: time) } catch { return nil }
                return .failure(.limitExceeded(limit))
            }
            // Cancelling the first task kills the child; the group waits until it is gone.
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let outcome else { throw .failed("the run was stopped") }
        return PDFDates.set(to: moment, in: try outcome.get())
    }

    private var seconds: Int { max(1, Int(time.components.seconds)) }

    private var limit: String { seconds == 1 ? "1 second" : "\(seconds) seconds" }

    private func program() async -> FilePath? {
        for name in names {
            do { return try await Executable.name(name).resolveExecutablePath(in: .inherit) } catch { continue }
        }
        return nil
    }

    private func print(_ page: [UInt8], with program: FilePath) async -> Result<[UInt8], PrintingError> {
        guard let folder = PrivateFolder() else { return .failure(.failed("the temporary folder takes no files")) }
        do {
            try Data(page).write(to: folder.file("page.html"))
            let result = try await run(
                .name("prlimit"),
                arguments: Arguments(
                    ["--cpu=\(seconds)", "--core=0", "--fsize=\(Self.mostBytes)", "--", program.string] + Self.wishes
                        + Self.privileges + [
                            "--user-data-dir=\(folder.file("profile").path)", "--print-to-pdf=\(folder.file("page.pdf").path)",
                            folder.file("page.html").absoluteString,
                        ]),
                // What it keeps for itself goes into the folder and vanishes with it.
                environment: .inherit.updating([
                    "HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "XDG_CACHE_HOME": folder.path, "LC_ALL": "C.UTF-8",
                ]),
                input: .none, output: .discarded, error: .string(limit: 4 << 20))
            return finish(folder.file("page.pdf"), result.terminationStatus, complaint: result.standardError)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return .failure(.failed("prlimit is not installed; install Debian's util-linux"))
        } catch {
            return .failure(.failed("Chromium could not be run"))
        }
    }

    /// It ends well even where it printed nothing, so only the file counts.
    private func finish(_ file: URL, _ status: TerminationStatus, complaint: String) -> Result<[UInt8], PrintingError> {
        if case .signaled(24) = status { return .failure(.limitExceeded(limit)) }  // SIGXCPU
        let bytes: [UInt8]
        do { bytes = [UInt8](try Data(contentsOf: file)) } catch { bytes = [] }
        if bytes.starts(with: "%PDF-".utf8), bytes.suffix(8).contains(UInt8(ascii: "%")) { return .success(bytes) }
        if complaint.contains("No usable sandbox") || complaint.contains("sandbox/linux") {
            return .failure(.failed("Chromium's sandbox cannot be set up here; allow user namespaces (sysctl kernel.unprivileged_userns_clone=1)"))
        }
        return .failure(.failed("Chromium printed nothing (\(status))"))
    }

    private static let mostBytes = 512 << 20

    private static let wishes = [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-crash-reporter", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--font-render-hinting=none", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
    ]

    /// Chromium refuses to run as the administrator unless it is told to do without its sandbox, as in a container.
    private static let privileges = getuid() == 0 ? ["--no-sandbox"] : []
}

/// A folder for one run that only its owner may look into.
private struct PrivateFolder: ~Copyable {
    let path: String

    /// Nil when the temporary folder takes none.
    init?() {
        var name = Array(FileManager.default.temporaryDirectory.appending(path: "bigpicture-XXXXXX").path.utf8CString)
        guard mkdtemp(&name) != nil else { return nil }
        path = name.withUnsafeBufferPointer { String(decoding: UnsafeRawBufferPointer($0).dropLast(), as: UTF8.self) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> URL { URL(filePath: path).appending(path: name) }
}
