import BriefModel
import BriefWeb
import FeedParsing
import TopicFiles

/// Keeps what is typed on topics, one at a time: a file is changed only if it is the one that was seen.
actor TopicClerk {
    private let shelf: TopicShelf
    private let drawer: TopicDrawer
    private let clock: Clock

    init(_ place: LibraryPlace, clock: Clock) {
        shelf = TopicShelf(place)
        drawer = TopicDrawer(folder: place.topics)
        self.clock = clock
    }

    /// A topic's file by its name, or by the short name of the topic in it.
    func sheet(_ name: String) throws(TopicShelfError) -> TopicSheet? {
        if let file = try drawer.file(named: name) { return Self.sheet(of: file) }
        for other in try shelf.names() {
            guard let file = try drawer.file(named: other), topic(in: file)?.slug == name else { continue }
            return Self.sheet(of: file)
        }
        return nil
    }

    /// The topic in a file; nil where there is none, or it cannot be read.
    func topic(named name: String) throws(TopicShelfError) -> Topic? { try drawer.file(named: name).flatMap { topic(in: $0) } }

    /// Files by name, with the titles of those that can be read.
    func titles() throws(TopicShelfError) -> [(name: String, title: String)] {
        var titles: [(name: String, title: String)] = []
        for name in try shelf.names() {
            if let file = try drawer.file(named: name) { titles.append((name, topic(in: file)?.title ?? name)) }
        }
        return titles
    }

    func check(_ form: TopicForm, of name: String?) throws(TopicShelfError) -> TopicCheck { try draft(form, of: name).check }

    func save(_ form: TopicForm, as name: String?) throws(TopicShelfError) -> TopicOutcome {
        var before: TopicDrawer.File?
        if let name {
            guard let file = try drawer.file(named: name) else { return .gone }
            guard file.seen == form.seen else { return .changedMeanwhile(Self.sheet(of: file)) }
            before = file
        }
        let draft = try draft(form, of: name)
        guard draft.check.faults.isEmpty, let text = draft.text, let topic = draft.topic else { return .wrong(draft.check) }
        if let file = before {
            if draft.losesNotes { try drawer.copy(file, at: moment) }
            if file.text != text { _ = try drawer.write(text, named: file.name, isNew: false) }
            return .kept(name: file.name, slug: topic.slug)
        }
        guard try drawer.write(text, named: topic.slug, isNew: true) else {
            var check = TopicCheck(faults: [Self.taken])
            check.isTaken = true
            return .wrong(check)
        }
        return .kept(name: topic.slug, slug: topic.slug)
    }

    func remove(_ name: String, seen: String) throws(TopicShelfError) -> TopicOutcome {
        guard let file = try drawer.file(named: name) else { return .gone }
        guard file.seen == seen else { return .changedMeanwhile(Self.sheet(of: file)) }
        try drawer.putAside(name, at: moment)
        return .removed
    }

    /// A name's part that sorts and that every file system takes.
    private var moment: String { clock.now().description.filter { $0.isLetter || $0.isNumber } }

    // MARK: What would be kept

    private struct Draft {
        var check = TopicCheck()
        var text: String?
        var topic: Topic?
        var losesNotes = false
    }

    private func draft(_ form: TopicForm, of name: String?) throws(TopicShelfError) -> Draft {
        let file: TopicDrawer.File? = if let name { try drawer.file(named: name) } else { nil }
        var draft = Draft()
        let title = TopicFields.inOneLine(form.title)
        if form.text == nil {
            guard !title.isEmpty else { return Draft(check: TopicCheck(faults: [.init(field: "title", .noTitle)])) }
            let edited = TopicFile.edited(file?.text ?? TopicFile.template(title: "New"), to: TopicFields(form))
            guard let edited else { return Draft(check: TopicCheck(faults: [.init(field: nil, .layout)])) }
            draft.text = edited.text
            if !edited.lostNotes.isEmpty {
                draft.losesNotes = true
                draft.check.notes.append(.losesNotes)
            }
        } else {
            draft.text = form.text.map { $0.replacing("\r\n", with: "\n") }
        }
        let text = draft.text ?? ""
        do throws(TopicFileError) {
            draft.topic = try TopicFile.read(text: text, path: path)
        } catch {
            draft.check.faults += error.problems.map { Self.fault($0, in: text, isText: form.text != nil) }
        }
        if let topic = draft.topic { try judge(topic, before: file, form: form, &draft.check) }
        return draft
    }

    /// What a file may hold and a form may not add, and whether another topic goes by the name.
    private func judge(_ topic: Topic, before file: TopicDrawer.File?, form: TopicForm, _ check: inout TopicCheck) throws(TopicShelfError) {
        let known = file.flatMap { self.topic(in: $0) }
        let field = form.text == nil ? "sources" : "text"
        for place in Set(topic.sources).subtracting(known?.sources ?? []).compactMap(\.localPlace).sorted() {
            check.faults.append(.init(field: field, .localSource(String(place.split(separator: "/").last ?? ""))))
        }
        if topic.allowsLocalAddresses, known?.allowsLocalAddresses != true {
            check.faults.append(.init(field: field, .localAddresses))
        }
        if topic.title.count > Self.longestTitle {
            check.faults.append(.init(field: form.text == nil ? "title" : "text", .longTitle(most: Self.longestTitle)))
        }
        for other in try shelf.names() where other != file?.name {
            guard let held = try drawer.file(named: other) else { continue }
            if other == topic.slug && file == nil || self.topic(in: held)?.slug == topic.slug {
                check.isTaken = true
                check.faults.append(form.text == nil ? Self.taken : .init(field: "text", .taken))
                break
            }
        }
        if let known, known.slug != topic.slug {
            check.notes.append(.isRenamed)
        }
    }

    /// Where paths in the files are taken from.
    private var path: String { "\(drawer.folder)/topic.yaml" }

    private func topic(in file: TopicDrawer.File) -> Topic? { try? TopicFile.read(text: file.text, path: path) }

    private static let longestTitle = 150
    private static let taken = TopicCheck.Fault(field: "title", .taken)

    private static func fault(_ problem: TopicProblem, in text: String, isText: Bool) -> TopicCheck.Fault {
        let message = problem.message.prefix(1).uppercased() + problem.message.dropFirst()
        if isText { return .init(field: "text", .file(message, line: problem.line)) }
        let kind: TopicCheck.Fault.Kind =
            switch problem.matter {
            case .noSource: .noSource
            case .sourceForm: .sourceForm
            case .address(let text): .notAnAddress(text)
            case .length: .length(least: Topic.lengths.lowerBound, most: Topic.lengths.upperBound)
            case nil: .file(message)
            }
        return .init(field: TopicFile.key(atLine: problem.line, of: text), kind)
    }

    private static func sheet(of file: TopicDrawer.File) -> TopicSheet {
        let topic = try? TopicFile.read(text: file.text, path: "topic.yaml")
        let fields = try? TopicFields(text: file.text, path: "topic.yaml")
        return TopicSheet(
            name: file.name, slug: topic?.slug, form: fields.map { TopicForm($0, seen: file.seen) }, text: file.text, seen: file.seen,
            addresses: topic?.sources.compactMap(\.webAddress) ?? [], others: TopicFile.furtherKeys(of: file.text))
    }
}

extension TopicForm {
    init(_ fields: TopicFields, seen: String) {
        self.init()
        title = fields.title
        series = fields.series
        question = fields.question
        include = fields.include.joined(separator: "\n")
        exclude = fields.exclude.joined(separator: "\n")
        sources = fields.sources.joined(separator: "\n")
        schedule = fields.schedule.isEmpty ? Schedule.manual.rawValue : fields.schedule
        words = fields.words
        self.seen = seen
    }
}

extension TopicFields {
    init(_ form: TopicForm) {
        self.init()
        title = form.title
        series = form.series
        question = form.question
        include = TopicForm.items(form.include)
        exclude = TopicForm.items(form.exclude)
        sources = TopicForm.items(form.sources)
        schedule = form.schedule
        words = form.words
    }
}

extension SourceLocation {
    /// Of a file or folder of this machine.
    fileprivate var localPlace: String? {
        switch self {
        case .opmlFile(let path), .folder(let path), .file(let path): path
        case .address, .feed, .page, .opmlAddress, .sitemap: nil
        }
    }

    /// Of what is on the web.
    var webAddress: String? {
        switch self {
        case .address(let address), .feed(let address), .page(let address), .opmlAddress(let address), .sitemap(let address): address
        case .opmlFile, .folder, .file: nil
        }
    }
}
