public import BriefModel
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

    public func pages(of document: [UInt8]) async throws(ConversionError) -> PrintedDocument {
        guard Self.isPDF(document) else { throw .notADocument }
        let outcome = await withTaskGroup(of: Result<PrintedDocument, ConversionError>?.self) { group in
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
        return try outcome.get()
    }

    /// The header stands within the first kilobyte (ISO 32000-1, Annex H, 3.4.1).
    static func isPDF(_ document: [UInt8]) -> Bool {
        let head = document.prefix(1024)
        let mark = Array("%PDF-".utf8)
        return head.indices.contains { head[$0] == mark[0] && head[$0...].starts(with: mark) }
    }

    private func convert(_ document: [UInt8]) async -> Result<PrintedDocument, ConversionError> {
        guard let input = UnnamedFile.holding(document) else {
            return .failure(.failed("the temporary folder takes no file"))
        }
        do {
            let result = try await run(
                .name("prlimit"),
                arguments: [
                    "--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--core=0", "--fsize=0", "--",
                    // Diagonal text is a stamp across the page.
                    tool, "-bbox-layout", "-nodiag", "-enc", "UTF-8", "-", "-",
                ],
                environment: .inherit.updating(["LC_ALL": "C"]),
                input: .fileDescriptor(input.descriptor, closeAfterSpawningProcess: false),
                output: .sequence, error: .string(limit: 1 << 20)
            ) { child in
                var pages = BoxPages(limits: limits)
                for try await piece in child.standardOutput {
                    do throws(ConversionError) {
                        try piece.withUnsafeBytes { (bytes) throws(ConversionError) in try pages.read(bytes) }
                    } catch {
                        try? child.send(signal: .kill)
                        return Result<BoxPages, ConversionError>.failure(error)
                    }
                }
                return .success(pages)
            }
            return finish(result.closureResult, result.terminationStatus, complaint: result.standardError)
        } catch let error as SubprocessError {
            return .failure(ConversionError(error))
        } catch {
            return .failure(.failed("the converter could not be run"))
        }
    }

    /// What was refused while it was read counts before how the child ended: it was killed for that.
    private func finish(
        _ pages: Result<BoxPages, ConversionError>, _ status: TerminationStatus, complaint: String
    ) -> Result<PrintedDocument, ConversionError> {
        do throws(ConversionError) {
            let pages = try pages.get()
            try judge(status, complaint: complaint).get()
            let document = try pages.finish()
            if document.hasText { return .success(document) }
            // Pages it could not make sense of come out empty.
            return .failure(complaint.contains(" Error: ") ? Self.damaged : .noText(pages: document.pages.count))
        } catch {
            return .failure(error)
        }
    }

    private func judge(_ status: TerminationStatus, complaint: String) -> Result<Void, ConversionError> {
        switch status {
        case .exited(0): .success(())
        case .exited where complaint.contains("failed to execute"): .failure(.converterMissing(tool))
        case .exited(3): .failure(.failed("its author does not permit copying text"))
        case .exited where complaint.contains("Incorrect password"): .failure(.passwordRequired)
        case .exited where Self.memoryWords.contains(where: complaint.contains):
            .failure(.limitExceeded(limits.memoryInWords))
        case .exited: .failure(Self.damaged)
        case .signaled(24): .failure(.limitExceeded(limits.timeInWords))  // SIGXCPU
        case .signaled(6): .failure(.limitExceeded(limits.memoryInWords))  // SIGABRT: an allocation failed
        case .signaled(let signal): .failure(.failed("the converter broke down over it (signal \(signal))"))
        }
    }

    private static let damaged = ConversionError.failed("it is damaged or cut off")
    private static let memoryWords = ["Out of memory", "bad_alloc", "annot allocate", "error while loading shared libraries"]
}

extension ConversionError {
    fileprivate init(_ error: SubprocessError) {
        switch error.code {
        case .outputLimitExceeded: self = .failed("the converter complains without end")
        case .executableNotFound: self = .converterMissing("prlimit")
        default: self = .failed("the converter could not be run")
        }
    }
}
