public import DocumentConversion
import Subprocess

/// Converts through Debian's `pdftotext` in a child process that `prlimit` keeps short of memory, processor time and files to write.
/// The document goes in as a file without a name, so nothing of it is on a command line or in a folder.
public struct PopplerConverter: PDFConverter {
    private let limits: ConversionLimits
    private let tool: String

    public init(limits: ConversionLimits = .standard) { self.init(limits: limits, tool: "pdftotext") }

    init(limits: ConversionLimits, tool: String) {
        self.limits = limits
        self.tool = tool
    }

    public func text(of document: [UInt8]) async throws(ConversionError) -> ConvertedDocument {
        guard Self.isPDF(document) else { throw .notADocument }
        let outcome = await withTaskGroup(of: Result<[UInt8], ConversionError>?.self) { group in
            group.addTask { await convert(document) }
            group.addTask {
                do { try await Task.sleep(for: limits.time) } catch { return nil }
                return .failure(.limitExceeded(limits.timeInWords))
            }
            // Cancelling the first task kills the child; the group waits until it is gone.
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let outcome else { throw .failed("the run was stopped") }
        let converted = ConvertedDocument(metaPage: try outcome.get())
        guard converted.text.utf8.contains(where: { $0 > 0x20 }) else { throw .failed("it holds no text; its pages may be pictures") }
        return converted
    }

    /// The header stands within the first kilobyte (ISO 32000-1, Annex H, 3.4.1).
    static func isPDF(_ document: [UInt8]) -> Bool {
        let head = document.prefix(1024)
        let mark = Array("%PDF-".utf8)
        return head.indices.contains { head[$0] == mark[0] && head[$0...].starts(with: mark) }
    }

    private func convert(_ document: [UInt8]) async -> Result<[UInt8], ConversionError> {
        guard let input = UnnamedFile.holding(document) else {
            return .failure(.failed("the temporary folder takes no file"))
        }
        do {
            let result = try await run(
                .name("prlimit"),
                arguments: [
                    "--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--core=0", "--fsize=0", "--",
                    tool, "-htmlmeta", "-enc", "UTF-8", "-", "-",
                ],
                environment: .inherit.updating(["LC_ALL": "C"]),
                input: .fileDescriptor(input.descriptor, closeAfterSpawningProcess: false),
                output: .bytes(limit: limits.output), error: .string(limit: limits.output))
            return judge(result.terminationStatus, complaint: result.standardError).map { result.standardOutput }
        } catch let error as SubprocessError {
            return .failure(ConversionError(error, limits: limits))
        } catch {
            return .failure(.failed("the converter could not be run"))
        }
    }

    private func judge(_ status: TerminationStatus, complaint: String) -> Result<Void, ConversionError> {
        switch status {
        case .exited(0): .success(())
        case .exited where complaint.contains("failed to execute"): .failure(.converterMissing(tool))
        case .exited(3): .failure(.failed("its author does not permit copying text"))
        case .exited where complaint.contains("Incorrect password"): .failure(.failed("it asks for a password"))
        case .exited where Self.memoryWords.contains(where: complaint.contains):
            .failure(.limitExceeded(limits.memoryInWords))
        case .exited: .failure(.failed("it is damaged or cut off"))
        case .signaled(24): .failure(.limitExceeded(limits.timeInWords))  // SIGXCPU
        case .signaled(6): .failure(.limitExceeded(limits.memoryInWords))  // SIGABRT: an allocation failed
        case .signaled(let signal): .failure(.failed("the converter broke down over it (signal \(signal))"))
        }
    }

    private static let memoryWords = ["Out of memory", "bad_alloc", "annot allocate", "error while loading shared libraries"]
}

extension ConversionError {
    fileprivate init(_ error: SubprocessError, limits: ConversionLimits) {
        switch error.code {
        case .executableNotFound: self = .converterMissing("prlimit")
        case .outputLimitExceeded: self = .limitExceeded(limits.outputInWords)
        default: self = .failed("the converter could not be run")
        }
    }
}
