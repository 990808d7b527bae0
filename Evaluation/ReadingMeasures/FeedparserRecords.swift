import BriefModel
import FeedParsing

// The dictionaries of feeds and entries.
extension FeedparserView {
    static func record(_ record: FeedRecord, isItem: Bool = false) -> [String: PythonValue] {
        var values: [String: PythonValue] = [:]
        put(record.title, as: "title", in: &values)
        put(record.summary ?? (isItem ? copied(record.contents) : nil), as: isItem ? "summary" : "subtitle", in: &values)
        put(record.info, as: "info", in: &values)
        put(record.rights, as: "rights", in: &values)
        if !record.contents.isEmpty { values["content"] = .list(record.contents.map(detail)) }
        values["id"] = record.identifier.map { .string($0) }
        values["link"] = record.link.map { .string($0) }
        if record.identifier != nil {
            values["guidislink"] = .bool(record.isIdentifierLink && record.links.allSatisfy { $0.relation != "alternate" })
        }
        values["links"] = .list(record.links.map(link))
        values["language"] = isItem ? nil : record.language.map { .string($0) }
        putPeople(of: record, in: &values)
        putDates(of: record, in: &values)
        putParts(of: record, in: &values)
        putModules(of: record, in: &values)
        return values
    }

    private static func put(_ text: FeedText?, as name: String, in values: inout [String: PythonValue]) {
        guard let text else { return }
        values[name] = .string(value(text))
        values[name + "_detail"] = detail(text)
    }

    /// Content that is text or HTML is the summary where there is no other.
    private static func copied(_ contents: [FeedText]) -> FeedText? { contents.last { $0.isMarkup || $0.mediaType == "text/plain" } }

    private static func value(_ text: FeedText) -> String { text.isMarkup ? text.html : text.source }

    private static func detail(_ text: FeedText) -> PythonValue {
        .dictionary([
            "type": .string(text.mediaType), "value": .string(value(text)), "language": text.language.map { .string($0) } ?? .none,
            "base": .string(text.base ?? ""),
        ])
    }

    private static func link(_ link: FeedLink) -> PythonValue {
        var values: [String: PythonValue] = ["href": .string(link.address), "rel": .string(link.relation)]
        values["type"] = link.type.map { .string($0) }
        values["title"] = link.title.map { .string($0) }
        values["hreflang"] = link.language.map { .string($0) }
        values["length"] = link.length.map { .string($0) }
        return .dictionary(values)
    }

    // MARK: People

    private static func putPeople(of record: FeedRecord, in values: inout [String: PythonValue]) {
        if let first = record.authors.first {
            values["author"] = .string(line(first))
            values["author_detail"] = person(first)
            values["authors"] = .list(record.authors.map(person))
        }
        if !record.contributors.isEmpty { values["contributors"] = .list(record.contributors.map(person)) }
        if let publisher = record.publisher {
            values["publisher"] = .string(line(publisher))
            values["publisher_detail"] = person(publisher)
        }
    }

    private static func line(_ person: FeedPerson) -> String {
        switch (person.name, person.email) {
        case (let name?, let email?): "\(name) (\(email))"
        case (let name?, nil): name
        case (nil, let email): email ?? ""
        }
    }

    private static func person(_ person: FeedPerson) -> PythonValue {
        var values: [String: PythonValue] = [:]
        values["name"] = person.name.map { .string($0) }
        values["email"] = person.email.map { .string($0) }
        values["href"] = person.address.map { .string($0) }
        return .dictionary(values)
    }

    // MARK: Dates

    private static func putDates(of record: FeedRecord, in values: inout [String: PythonValue]) {
        let dates = [
            ("published", record.published), ("updated", record.updated ?? record.dated), ("created", record.created), ("expired", record.expires),
            ("validity_start", record.validFrom), ("validity_end", record.validUntil),
        ]
        for (name, date) in dates {
            guard let date else { continue }
            values[name] = .string(date.text)
            values[name + "_parsed"] = date.moment.map(tuple) ?? PythonValue.none
        }
    }

    /// `time.struct_time`: weekday from 0, day of the year from 1.
    static func tuple(_ moment: Timestamp) -> PythonValue {
        let day = moment.day
        let seconds = Int(moment.secondsSince1970) - day.daysSince1970 * 86_400
        let newYear = CalendarDay(year: day.year, month: 1, day: 1)?.daysSince1970 ?? day.daysSince1970
        let parts = [
            day.year, day.month, day.day, seconds / 3600, seconds / 60 % 60, seconds % 60, day.weekday - 1, day.daysSince1970 - newYear + 1, 0,
        ]
        return .tuple(parts.map { .number(Double($0)) })
    }

    // MARK: The rest

    private static func putParts(of record: FeedRecord, in values: inout [String: PythonValue]) {
        if !record.categories.isEmpty {
            values["tags"] = .list(
                record.categories.map {
                    .dictionary([
                        "term": $0.term.map { .string($0) } ?? .none, "scheme": $0.scheme.map { .string($0) } ?? .none,
                        "label": $0.label.map { .string($0) } ?? .none,
                    ])
                })
        }
        if let generator = record.generator {
            values["generator"] = generator.name.map { .string($0) } ?? generator.address.map { .string($0) }
            var detail: [String: PythonValue] = [:]
            detail["name"] = generator.name.map { .string($0) }
            detail["href"] = generator.address.map { .string($0) }
            detail["version"] = generator.version.map { .string($0) }
            values["generator_detail"] = .dictionary(detail)
        }
        if let image = record.image { values["image"] = picture(image) }
        for (name, address) in [
            ("icon", record.icon), ("logo", record.logo), ("comments", record.comments), ("docs", record.documentation),
            ("wfw_comment", record.commentService), ("wfw_commentrss", record.commentFeed),
        ] { values[name] = address.map { .string($0) } }
        values["ttl"] = record.timeToLive.map { .string(String($0)) }
        values["slash_comments"] = record.commentCount.map { .string(String($0)) }
        if let cloud = record.cloud {
            var parts: [String: PythonValue] = [:]
            for (name, part) in [
                ("domain", cloud.domain), ("port", cloud.port), ("path", cloud.path), ("registerprocedure", cloud.registerProcedure),
                ("protocol", cloud.protocolName),
            ] { parts[name] = part.map { .string($0) } }
            values["cloud"] = .dictionary(parts)
        }
        if let input = record.textInput {
            var parts: [String: PythonValue] = [:]
            put(input.title, as: "title", in: &parts)
            put(input.description, as: "description", in: &parts)
            parts["name"] = input.name.map { .string($0) }
            parts["link"] = input.link.map { .string($0) }
            values["textinput"] = .dictionary(parts)
        }
        if let source = record.sources.first { values["source"] = .dictionary(self.record(source)) }
    }

    private static func picture(_ image: FeedImage) -> PythonValue {
        var parts: [String: PythonValue] = [:]
        put(image.title, as: "title", in: &parts)
        put(image.description, as: "summary", in: &parts)
        parts["href"] = image.address.map { .string($0) }
        parts["link"] = image.link.map { .string($0) }
        parts["width"] = image.width.map { .number(Double($0)) }
        parts["height"] = image.height.map { .number(Double($0)) }
        return .dictionary(parts)
    }

    private static func putModules(of record: FeedRecord, in values: inout [String: PythonValue]) {
        if let podcast = record.podcast {
            values["itunes_block"] = podcast.isBlocked.map { .number($0 ? 1 : 0) }
            if podcast.saysExplicit { values["itunes_explicit"] = podcast.isExplicit.map { .bool($0) } ?? PythonValue.none }
            values["itunes_duration"] = podcast.duration.map { .string($0) }
        }
        if !record.chapters.isEmpty {
            values["psc_chapters"] = .dictionary([
                "version": record.chapterVersion.map { .string($0) } ?? .none, "chapters": .list(record.chapters.map(chapter)),
            ])
        }
        if let place = record.place { values["where"] = self.place(place) }
        putMedia(record.media, in: &values)
        for other in record.extensions {
            let name = (other.prefix.isEmpty ? other.name : other.prefix + "_" + other.name).lowercased()
            values[name] = values[name] ?? .string(other.text)
        }
    }

    private static func putMedia(_ media: [FeedMedia], in values: inout [String: PythonValue]) {
        func list(_ kind: FeedMedia.Kind) -> [PythonValue] {
            media.filter { $0.kind == kind }.map { medium in
                var parts: [String: PythonValue] = [:]
                for (name, part) in [
                    ("url", medium.address), ("type", medium.type), ("medium", medium.medium), ("width", medium.width), ("height", medium.height),
                    ("duration", medium.duration), ("filesize", medium.fileSize),
                ] { parts[name] = part.map { .string($0) } }
                return .dictionary(parts)
            }
        }
        for (name, kind) in [("media_content", FeedMedia.Kind.content), ("media_thumbnail", .thumbnail), ("media_player", .player)] {
            let found = list(kind)
            if !found.isEmpty { values[name] = .list(found) }
        }
        if let credit = media.compactMap(\.credit).first { values["media_credit"] = .list([.dictionary(["content": .string(credit)])]) }
    }

    private static func chapter(_ chapter: FeedChapter) -> PythonValue {
        var parts: [String: PythonValue] = [:]
        for (name, part) in [("title", chapter.title), ("start", chapter.start), ("href", chapter.address), ("image", chapter.image)] {
            parts[name] = part.map { .string($0) }
        }
        parts["start_parsed"] = chapter.milliseconds.map { .number(Double($0) / 1000) }
        return .dictionary(parts)
    }

    private static func place(_ place: FeedPlace) -> PythonValue {
        guard !place.positions.isEmpty else { return .dictionary([:]) }
        let positions = place.positions.map { PythonValue.tuple($0.map { .number($0) }) }
        let coordinates: PythonValue =
            switch place.shape {
            case .point: positions.first ?? .none
            case .polygon: .tuple([.tuple(positions)])
            default: .tuple(positions)
            }
        return .dictionary(["type": .string(place.shape.rawValue), "coordinates": coordinates])
    }
}
