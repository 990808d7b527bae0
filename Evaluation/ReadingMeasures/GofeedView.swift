import BriefModel
import FeedParsing

/// A feed of ours as the fields of gofeed's unified model.
enum GofeedView {
    static func fields(of feed: Feed) -> [String: String] {
        var fields = record(feed.about, isItem: false)
        switch feed.format {
        case .atom, .atom03, .atom1: fields["feedType"] = "atom"
        case .json1, .json11: fields["feedType"] = "json"
        default: fields["feedType"] = "rss"
        }
        fields["feedVersion"] = version(feed.format)
        for (place, item) in feed.items.enumerated() {
            for (name, value) in record(item, isItem: true) { fields["items.\(place).\(name)"] = value }
        }
        return fields
    }

    /// The number in the format's name.
    private static func version(_ format: Feed.Format) -> String? {
        format.rawValue.split(separator: " ").first { $0.first?.isNumber == true }.map(String.init)
    }

    private static func record(_ record: FeedRecord, isItem: Bool) -> [String: String] {
        var fields: [String: String] = [:]
        fields["title"] = record.title?.source
        fields["description"] = record.summary?.source
        fields["content"] = record.contents.first?.source
        fields["copyright"] = record.rights?.source
        fields["guid"] = record.identifier
        fields["language"] = record.language
        fields["generator"] = record.generator?.name
        put(record.published ?? (isItem ? record.dated : nil), as: "published", in: &fields)
        put(record.updated ?? record.dated, as: "updated", in: &fields)
        putLinks(of: record, isItem: isItem, in: &fields)
        putPeople(of: record, isItem: isItem, in: &fields)
        for (place, category) in record.categories.enumerated() { fields["categories.\(place)"] = category.label ?? category.term }
        fields["image.url"] = record.image?.address ?? record.logo ?? record.icon ?? record.picture
        fields["image.title"] = record.image?.title?.source
        return fields
    }

    private static func put(_ date: FeedDate?, as name: String, in fields: inout [String: String]) {
        fields[name] = date?.text
        fields[name + "Parsed"] = date?.moment?.description
    }

    private static func putLinks(of record: FeedRecord, isItem: Bool, in fields: inout [String: String]) {
        let pages = record.links.filter { $0.relation == "alternate" }
        fields["link"] = isItem ? record.link : pages.last?.address ?? record.link
        fields["feedLink"] = record.links.first { $0.relation == "self" }?.address
        let listed = record.links.filter { $0.relation == "alternate" || $0.relation == "self" }
        for (place, link) in listed.enumerated() { fields["links.\(place)"] = link.address }
        for (place, file) in record.enclosures.enumerated() {
            for prefix in place == 0 ? ["enclosure", "enclosures.0"] : ["enclosures.\(place)"] {
                fields[prefix + ".url"] = file.address
                fields[prefix + ".type"] = file.type
                fields[prefix + ".length"] = file.length
            }
        }
    }

    private static func putPeople(of record: FeedRecord, isItem: Bool, in fields: inout [String: String]) {
        var people = record.authors
        if people.isEmpty, let publisher = record.publisher, !isItem { people = [publisher] }
        for (place, person) in people.enumerated() {
            for prefix in place == 0 ? ["author", "authors.0"] : ["authors.\(place)"] {
                fields[prefix + ".name"] = person.name
                fields[prefix + ".email"] = person.email
            }
        }
    }
}
