public import BriefModel

/// The topic of the sample library, as a person would write it.
public enum SampleTopic {
    /// The name of its file in a library.
    public static let name = "military-ai"

    /// The last day of the sample library; the older brief was written on it.
    public static let asOf = Timestamp(day: CalendarDay(daysSince1970: 20_513), hour: 23, minute: 59, second: 59)

    /// - Parameter opml: the address of the sample's `feeds.opml`.
    public static func yaml(opml: String) -> String {
        """
        # A topic file. Every key is explained by `bigpicture topic new`.
        title: Military AI, chips and model copying
        series: Big Picture
        question: Who is ahead in military AI, and what do model distillation, chip supply and autonomous weapons change?

        include:
          - model distillation
          - Claude
          - DeepSeek
          - Anthropic
          - OpenAI
          - Pentagon AI
          - H200
          - AI chips
          - Huawei Ascend
          - drone swarm
          - autonomous weapons
          - aircraft carrier Fujian
          - satellites
          - military AI declaration
          - AI investment
        exclude: []

        sources:
          - opml: \(opml)

        schedule: daily

        # The sample outlets are served from this machine.
        allow-local: true
        """ + "\n"
    }
}
