import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import Inference

/// Which language model words a brief, if any.
struct WordingModelOptions: ParsableArguments {
    @Option(
        name: .customLong("model"),
        help: ArgumentHelp(
            "Let a language model word what was chosen: anthropic:NAME, openai:NAME or ollama:NAME.",
            discussion: "Default: none; the sources' own words, shortened.", valueName: "service:name"))
    var name: String?

    @Option(
        name: .customLong("model-url"),
        help: ArgumentHelp("The address of its service (default: $BIGPICTURE_MODEL_URL, else its makers' own).", valueName: "address"))
    var address: String?

    @Option(
        name: .customLong("model-key-file"),
        help: ArgumentHelp("A file that holds the key and that nobody else can read (default: $BIGPICTURE_MODEL_KEY_FILE).", valueName: "file"))
    var keyFile: String?

    @Option(
        name: .customLong("model-prices"),
        help: ArgumentHelp(
            "What a million tokens cost, in and out, to reckon the cost (3/15; default: $BIGPICTURE_MODEL_PRICES).", valueName: "in/out"),
        transform: { text in
            guard let prices = ModelPrices(text) else { throw ValidationError("'\(text)' is no pair of prices; write it as 3/15.") }
            return prices
        })
    var prices: ModelPrices?

    @Flag(name: .customLong("model-allow-http"), help: "Let the address be plain http outside this machine, for everyone on the way to read.")
    var allowsPlainHTTP = false

    func validate() throws {
        guard name != nil || (address == nil && keyFile == nil && prices == nil && !allowsPlainHTTP) else {
            throw ValidationError("--model-url, --model-key-file, --model-prices and --model-allow-http go with --model.")
        }
    }

    /// Nil where no model is named.
    func writer() throws -> ModelWriter? {
        guard let name else { return nil }
        let generator: any TextGenerator
        do throws(GenerationError) {
            generator = try ModelSetup.generator(name, address: address, keyFile: keyFile, allowsPlainHTTP: allowsPlainHTTP)
        } catch {
            throw Exit.failing(error.description, code: Exit.badInput)
        }
        let line = ProgressLine()
        return ModelWriter(generator) { done, total in
            line.show(done, of: total, verb: "worded", item: "sections worded by \(name)")
            if done == total { line.end() }
        }
    }

    /// What the model did and cost, on standard error.
    func account(for brief: Brief) {
        guard let wording = brief.wording else { return }
        let requests = wording.requests == 1 ? "request" : "requests"
        var line = "\(wording.model): \(wording.requests) \(requests), \(wording.inputTokens) tokens in, \(wording.outputTokens) out"
        if let prices = prices ?? Environment.value("BIGPICTURE_MODEL_PRICES").flatMap(ModelPrices.init) {
            line += ", " + prices.cost(input: wording.inputTokens, output: wording.outputTokens) + " at the prices given"
        }
        line += "; \(wording.admitted) statements in its words, \(wording.dropped.count) turned away"
        StandardError.raw(line + "\n")
        if let failure = wording.failure { StandardError.line(failure) }
    }
}

/// What a million tokens cost, in whatever money the user pays with: prices change, so they are given and never guessed.
struct ModelPrices: Equatable {
    let input: Double
    let output: Double

    /// `3/15`.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let input = parts[0], let output = parts[1], input.isFinite, output.isFinite, input >= 0, output >= 0 else {
            return nil
        }
        self.input = input
        self.output = output
    }

    /// With four decimals: a brief by a small model costs less than a hundredth.
    func cost(input inputTokens: Int, output outputTokens: Int) -> String {
        let tenThousandths = Int(((Double(inputTokens) * input + Double(outputTokens) * output) / 100).rounded())
        let digits = String(tenThousandths % 10_000)
        return "\(tenThousandths / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"
    }
}
