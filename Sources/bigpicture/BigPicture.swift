import ArgumentParser

@main
struct BigPicture: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bigpicture")
}
