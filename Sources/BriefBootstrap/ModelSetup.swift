import Foundation
public import Inference
import RemoteInference

/// A user's language model: named on the command line, with the rest from this process's variables.
public enum ModelSetup {
    /// The model a user names: `anthropic:NAME`, `openai:NAME` or `ollama:NAME`.
    ///
    /// Where not given, the address is that of `BIGPICTURE_MODEL_URL`, else its makers' own; the key that of the file in `BIGPICTURE_MODEL_KEY_FILE` or of
    /// `BIGPICTURE_MODEL_KEY`, else, for the makers' own address and no other, of `ANTHROPIC_API_KEY` or `OPENAI_API_KEY`.
    /// - Throws: what is wrong with name, address or key; nothing is asked yet.
    public static func generator(
        _ name: String, address: String? = nil, keyFile: String? = nil, allowsPlainHTTP: Bool = false
    ) throws(GenerationError) -> any TextGenerator {
        try generator(name, address: address, keyFile: keyFile, allowsPlainHTTP: allowsPlainHTTP, environment: ProcessInfo.processInfo.environment)
    }

    static func generator(
        _ name: String, address: String?, keyFile: String?, allowsPlainHTTP: Bool, environment: [String: String]
    ) throws(GenerationError) -> any TextGenerator {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        guard let model = RemoteModel(name) else {
            throw .badName(name)
        }
        let address = address ?? variable("BIGPICTURE_MODEL_URL")
        var key: APIKey?
        let own = model.form.ownKeyVariable
        if let file = keyFile ?? variable("BIGPICTURE_MODEL_KEY_FILE") {
            key = try fileKey(file)
        } else if let text = variable("BIGPICTURE_MODEL_KEY") {
            key = try APIKey(text, from: "BIGPICTURE_MODEL_KEY")
        } else if address == nil, let own {
            guard let text = variable(own) else {
                throw .unusableKey(place: name, why: "it needs a key: put one into \(own), or name a file that holds it with --model-key-file")
            }
            key = try APIKey(text, from: own)
        }
        return try RemoteGenerator(model, at: address, key: key, allowsPlainHTTP: allowsPlainHTTP)
    }

    private static func fileKey(_ path: String) throws(GenerationError) -> APIKey {
        let text: String
        do throws(ClosedFile.Unusable) { text = try ClosedFile.text(of: path, kind: "key file") } catch {
            throw .unusableKey(place: path, why: error.why)
        }
        return try APIKey(text, from: path)
    }
}

extension RemoteModel.Form {
    /// Where its makers' own programs look for a key; nil for a service that needs none.
    fileprivate var ownKeyVariable: String? {
        switch self {
        case .anthropic: "ANTHROPIC_API_KEY"
        case .openai: "OPENAI_API_KEY"
        case .ollama: nil
        }
    }
}
