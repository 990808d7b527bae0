import BriefModel
import BriefRendering
import Storage

@testable import BriefWeb

extension SaidPagesTests {
    private static func form() -> TopicForm {
        var form = TopicForm()
        form.title = "Chips"
        form.sources = "feed: https://a.example/feed\n/srv/7\nhttps://new.example/"
        return form
    }

    private static func sheet(slug: String? = "chips") -> TopicSheet {
        TopicSheet(
            name: "chips", slug: slug, form: form(), text: "title: Chips\n", seen: "s1",
            addresses: ["https://a.example/feed", "https://new.example/"], others: ["outlets"])
    }

    /// The rooms in which something is done: topics made and changed, feeds added, outlets graded.
    static func deskPages() -> [(String, [UInt8])] {
        let now = Timestamp(day: SampleSite.day)
        let faults: [TopicCheck.Fault] = [
            .init(field: "title", .noTitle), .init(field: "title", .longTitle(most: 7)), .init(field: "title", .taken), .init(field: nil, .layout),
            .init(field: "sources", .localSource("Chips")), .init(field: "sources", .localAddresses), .init(field: "words", .file("In English.")),
            .init(field: "sources", .noSource), .init(field: "sources", .sourceForm), .init(field: "sources", .notAnAddress("Chips")),
            .init(field: "words", .length(least: 200, most: 10_000)),
            .init(field: "text", .file("Chips", line: 7)),
        ]
        let check = TopicCheck(faults: faults, notes: [.losesNotes, .isRenamed])
        var whole = form()
        whole.text = "title: Chips"
        var lists: [ImportPage] = [ImportPage(topic: ""), ImportPage(topic: "chips")]
        lists[1].feeds = [
            .init(title: "Chips", address: "https://wire.example/feed", category: "Chips"),
            .init(title: nil, address: "https://7", category: nil),
        ]
        (lists[1].held, lists[1].left) = (["https://7"], 7)
        let noLists: [TopicOutline.Fault] = [.empty, .isPage, .isFeed, .isOther, .namesNone, .tooLarge, .broken(line: 7)]
        for fault in noLists {
            var page = ImportPage(topic: "")
            page.trouble = fault.phrase
            lists.append(page)
        }
        func sources(_ work: WorkState?, _ state: SourceState? = nil, slug: String? = "chips", failure: String? = nil) -> [UInt8] {
            var summary = TopicSummary(slug: "chips", title: "Chips", headline: "Chips", asOf: slug.map { _ in now })
            summary.run = failure.map { TopicRun(topic: "chips", lastTried: now, lastGood: nil, failure: $0, failingSince: now, failuresInARow: 2) }
            return TopicSourcesPage(
                sheet: sheet(slug: slug), summary: summary, states: state.map { [$0] } ?? [], now: now, wasKept: true,
                canEdit: true, canWork: true, work: work, isTold: true, notice: nil
            ).document()
        }
        let works: [WorkState] = [
            .reading(done: 0, total: 0), .reading(done: 1, total: 2), .writing, .read(new: 1, changed: 2, failures: 0),
            .read(new: 2, changed: 1, failures: 1), .written(headline: "Chips"), .failed("In English."), .checking(done: 0, total: 0),
            .checking(done: 1, total: 2), .checked, .notChecked,
        ]
        let models: [SettingsDesk.ModelState] = [
            .init(name: "Chips", summary: "In English", isInstalled: true), .init(name: "Chips", summary: "In English", isInstalled: false),
        ]
        let outlets = (0...SettingsPage.most).map { Outlet(id: OutletID("o\($0)"), name: "Chips", reliability: .b) }
        func settings(_ outlets: [Outlet], kept: Int?, asked: String = "") -> [UInt8] {
            SettingsPage(
                outlets: outlets, asked: asked, kept: kept, models: models, schedules: [(sheet(), "Chips")], place: "/srv", notice: nil
            ).document()
        }
        var failing = TopicSummary(slug: "chips", title: "Chips", headline: "Chips", asOf: now, editions: [now, now])
        failing.run = TopicRun(topic: "chips", lastTried: now, lastGood: now, failure: "In English.", failingSince: now, failuresInARow: 2)
        let home = SiteHome(
            topics: [failing, TopicSummary(slug: "ore", title: "Chips")], sources: SourceHealth(addresses: 0, failures: [], lastRead: nil))
        let unread: [DocumentFault] = [.file("in English."), .address("in English."), .emptyAddress, .nearAddress, .check("in English.")]
        return [
            ("home with a topic that fails", HomePage(home: home, isDesk: true, isTold: false, hasSettings: true, notice: nil).document()),
            ("new topic", TopicPage(name: nil, form: TopicForm(), notice: nil).document()),
            ("topic that is right", TopicPage(name: "chips", form: form(), wasChecked: true, others: ["outlets"], notice: nil).document()),
            ("topic that is wrong", TopicPage(name: "chips", form: form(), check: check, wasChecked: true, notice: nil).document()),
            ("topic as text", TopicPage(name: "chips", form: whole, check: check, wasChecked: true, meanwhile: sheet(), notice: nil).document()),
            ("topic to remove", TopicRemovalPage(sheet: sheet(), wasChanged: true, notice: nil).document()),
            ("topic that cannot be read", sources(nil, slug: nil)),
            ("topic of which the last edition failed", sources(nil, failure: "In English.")),
            ("settings", settings(outlets, kept: 7)), ("settings of no outlet", settings([], kept: 0, asked: "7")),
            ("settings of a library without outlets", settings([], kept: nil)),
        ]
            + works.map { ("work: \($0)", sources($0)) } + LanguageTests.states(now).map { ("source: \($0)", sources(nil, $0)) }
            + lists.enumerated().map { ("import \($0)", $1.document()) }
            + unread.map { ("unread: \($0)", AuditForm(trouble: $0.trouble, takesFiles: true, notice: nil).document()) }
    }
}
