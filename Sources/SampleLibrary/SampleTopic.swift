public import BriefModel

/// The topic of the older brief, as a person who wants to follow it would write it down.
extension SampleLibrary {
    public static let topicName = "military-ai"

    /// - Parameter address: of the OPML file with the outlets.
    public static func topic(readFrom address: String) -> Topic {
        Topic(title: title, series: series, question: question, include: include, sources: [.opmlAddress(address)], allowsLocalAddresses: true)
    }

    /// The same as a topic file.
    public static func topicFile(readFrom address: String) -> String {
        """
        # The sample topic of Big Picture: 14 invented outlets, served from this machine. Change it as you like.
        title: "\(title)"
        series: "\(series)"
        question: "\(question)"
        include:
        \(include.map { "  - \"\($0)\"" }.joined(separator: "\n"))
        sources:
          - opml: "\(address)"
        allow-local: true

        """
    }

    private static let title = "Military AI, China and distillation"
    private static let series = "Big Picture Brief"
    private static let question = "How do distilled models, chips of one's own and autonomous weapons change the balance between China and the West?"

    private static let include = [
        "artificial intelligence", "AI", "military AI", "AI model", "model distillation", "AI chip", "chipmaker", "Nvidia", "export controls",
        "export rule", "autonomous weapon", "autonomous systems", "drone swarm", "aircraft carrier", "orbital warfare", "anti-satellite",
        "Pentagon", "arms control", "data centre", "AI infrastructure",
        "künstliche Intelligenz", "KI", "KI-Modell", "intelligence artificielle", "IA", "人工智能", "芯片", "英伟达",
    ]
}
