import ArgumentParser

/// The command. One file a subcommand; what was typed becomes what is meant there, and the work is done elsewhere.
@main
struct BigPicture: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bigpicture",
        abstract: "Follows a topic over many sources and writes a brief you can check.",
        discussion: """
            Every sentence of a brief carries the source sentences behind it. Briefs written by anyone else are audited the same way.

            EXAMPLES
              bigpicture demo --serve
              bigpicture brief --sources feeds.opml --library ./library --format html --output brief.html
              bigpicture audit somebody-elses-brief.md --library ./library

            EXIT CODES
              0 done   3 audit: found what --fail-on names; verify: a check failed   64 wrong use   65 bad input (topic file, brief)   66 input not found
              69 no source could be read   73 output cannot be written   74 library cannot be used   75 another run is at work
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Briefs",
                subcommands: [
                    Demo.self, TopicCommand.self, Read.self, Health.self, WriteBrief.self, StoryCommand.self, ShowTimeline.self, ShowTrends.self,
                    ShowChanges.self, RunSchedules.self, AuditBrief.self, Export.self, VerifyBundle.self, KeyCommand.self, Serve.self,
                    UserCommand.self,
                    ServeTools.self, Backup.self, Restore.self,
                ]),
            CommandGroup(name: "Models", subcommands: [ModelsCommand.self, Embed.self, Nearest.self, Distill.self]),
            CommandGroup(
                name: "Stages (JSON lines in and out)",
                subcommands: [ParseFeed.self, Extract.self, Duplicates.self, Cluster.self, Entities.self, Claims.self, Check.self, Summarize.self]),
        ]
    )
}
