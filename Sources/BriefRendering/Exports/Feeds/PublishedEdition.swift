import BriefModel
import FoundationEssentials

/// An edition as its JSON tells it (Documentation/brief.schema.json): enough to say it again, long after the library has gone on.
struct PublishedEdition: Decodable {
    struct Statement: Decodable {
        let number: Int
        let text: String
        let citations: [Citation]
        let dissent: [Dissent]
        /// Not told of in a first edition.
        let change: Change?
    }

    struct Change: Decodable {
        enum Kind: String, Decodable {
            case new, strengthened, revised, disputed, unchanged
            case toldNow = "told-now"
        }

        let kind: Kind
        let before: String?
    }

    struct Delta: Decodable {
        struct Withdrawal: Decodable {
            let text: String
            let reason: BriefModel.Delta.Withdrawal.Reason
        }

        let since: String
        let withdrawn: [Withdrawal]
    }

    struct Citation: Decodable {
        let source: Int
        let exact: String
    }

    struct Dissent: Decodable {
        let why: String
        let citation: Citation
    }

    struct Section: Decodable {
        struct Block: Decodable {
            let heading: String?
            let style: BriefModel.Block.Style
            let statements: [Statement]
        }

        let title: String
        let blocks: [Block]
    }

    struct Dated: Decodable {
        let day: String
        let statement: Statement
    }

    struct Source: Decodable {
        let number: Int
        let title: String
        let outletName: String
        let address: String
        let day: String
        let language: String

        private enum CodingKeys: String, CodingKey {
            case number, title, address, day, language
            case outletName = "outlet_name"
        }

        /// Where it leads; nil for a file of the user's own machine.
        var link: Link? { address.hasPrefix("file:") ? nil : Link(address: address) }
    }

    let topic: String
    let headline: Statement
    let deck: [Statement]
    let sections: [Section]
    let timeline: [Dated]
    let sources: [Source]
    let delta: Delta?

    /// Nil when the JSON is not one of ours.
    init?(json: some Sequence<UInt8>) {
        do { self = try JSONDecoder().decode(Self.self, from: Data(json)) } catch { return nil }
    }

    /// In reading order; one that stands twice is there twice.
    var statements: [Statement] { [headline] + deck + sections.flatMap { $0.blocks.flatMap(\.statements) } + timeline.map(\.statement) }

    /// The deck in one paragraph; of a brief without one, its headline.
    var summary: String { deck.isEmpty ? headline.text : deck.map(\.text).joined(separator: " ") }
}
