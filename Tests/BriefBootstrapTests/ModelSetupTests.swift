import Foundation
import Inference
import StandInModel
import Testing

@testable import BriefBootstrap

/// A model's key comes from a variable or a file closed to others, goes to the place it is meant for, and is in no error.
@Suite(.serialized) struct ModelSetupTests {
    private static let secret = "sk-not-to-be-seen-0123456789"

    private func generator(
        _ name: String, address: String? = nil, keyFile: String? = nil, _ environment: [String: String] = [:]
    ) throws(GenerationError) -> any TextGenerator {
        try ModelSetup.generator(name, address: address, keyFile: keyFile, allowsPlainHTTP: false, environment: environment)
    }

    private func withKeyFile(_ text: String = secret + "\n", mode: Int = 0o600, _ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    /// The key that a service was given.
    private func keyGiven(keyFile: String? = nil, _ environment: [String: String]) async throws -> String? {
        let server = try await StandInServer.start([StandInServer.Reply(status: 400)])
        let environment = environment.merging(["BIGPICTURE_MODEL_URL": server.origin]) { own, _ in own }
        let generator = try generator("openai:m", keyFile: keyFile, environment)
        let request = GenerationRequest(system: "s", user: "u", schema: "{}", mostTokens: 10)
        await #expect(throws: GenerationError.self) { _ = try await generator.generate(request) }
        let given = server.asked.first?.fields["authorization"]
        try await server.stop()
        return given
    }

    @Test func aKeyComesFromAVariable() async throws {
        #expect(try await keyGiven(["BIGPICTURE_MODEL_KEY": Self.secret]) == "Bearer \(Self.secret)")
    }

    @Test func aKeyComesFromAFileRatherThanFromAVariable() async throws {
        try await withKeyFile { path in
            let other = ["BIGPICTURE_MODEL_KEY": "sk-another"]
            let byOption = try await keyGiven(keyFile: path, other)
            let byVariable = try await keyGiven(other.merging(["BIGPICTURE_MODEL_KEY_FILE": path]) { one, _ in one })
            #expect(byOption == "Bearer \(Self.secret)" && byVariable == byOption)
        }
    }

    @Test func aMakersOwnKeyGoesToNoOtherAddress() async throws {
        #expect(try await keyGiven(["OPENAI_API_KEY": Self.secret, "ANTHROPIC_API_KEY": Self.secret]) == nil)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660]) func aKeyFileThatOthersMayReadIsRefused(_ mode: Int) async throws {
        try await withKeyFile(mode: mode) { path in
            #expect {
                _ = try generator("openai:m", keyFile: path, ["BIGPICTURE_MODEL_KEY": Self.secret])
            } throws: { "\($0)".contains(path) && "\($0)".contains("chmod 600") && !"\($0)".contains(Self.secret) }
        }
    }

    @Test(arguments: ["", "\n \n", "\(secret)\nX-Other: field\n", "two \(secret)", String(repeating: secret, count: 400)])
    func aFileThatHoldsNoKeyIsRefusedWithoutItsText(_ text: String) async throws {
        try await withKeyFile(text) { path in
            #expect { _ = try generator("openai:m", keyFile: path) } throws: { "\($0)".contains(path) && !"\($0)".contains("not-to-be-seen") }
        }
    }

    @Test func aFileThatIsNotThereOrIsNoneIsNamed() {
        for path in ["/none/key", FileManager.default.temporaryDirectory.path] {
            #expect { _ = try generator("openai:m", keyFile: path) } throws: { "\($0)".contains(path) }
        }
    }

    @Test(arguments: [("anthropic:m", "ANTHROPIC_API_KEY"), ("openai:m", "OPENAI_API_KEY")]) func withoutAKeyTheVariableIsNamed(
        _ name: String, _ variable: String
    ) throws {
        #expect { _ = try generator(name) } throws: { "\($0)".contains(variable) && "\($0)".contains("--model-key-file") }
        #expect { _ = try generator(name, [variable: ""]) } throws: { "\($0)".contains(variable) }
        #expect(try generator(name, [variable: Self.secret]).name == name)
        #expect { _ = try generator(name, [variable: "\(Self.secret)\r\nX: y"]) } throws: {
            "\($0)".contains(variable) && !"\($0)".contains(Self.secret)
        }
    }

    @Test func aModelOfThisMachineNeedsNone() throws { #expect(try generator("ollama:qwen3:8b").name == "ollama:qwen3:8b") }

    @Test(arguments: ["gpt", "openai:", ""]) func aNameThatIsNoneIsRefused(_ name: String) {
        #expect(throws: GenerationError.badName(name)) { _ = try generator(name) }
    }
}
