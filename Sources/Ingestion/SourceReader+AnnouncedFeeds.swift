import BriefModel
import FeedParsing
import Fetching
import HTMLParsing

/// The feed that a page announces where a feed was expected: what many people write into a topic is the address of the site.
extension SourceReader {
    /// Of the feeds that a page announces, so many are asked.
    private static let mostAsked = 3

    /// The first of them that is one. It is asked for like any other address, and a page it leads to announces nothing further.
    /// - Parameter wasFeed: a feed was read here before. Then its publisher broke it or took it down, and which other feed to read is for the
    ///   user to say.
    func feed(announcedBy page: Resource, wasFeed: Bool) async -> FeedAnswer.Outcome {
        let announced = Self.feeds(announcedBy: page)
        guard let first = announced.first else { return .failed(ReadingProblem("This is an HTML page, not a feed, and it announces none.")) }
        guard !wasFeed else {
            return .failed(
                ReadingProblem("This was a feed and is an HTML page now. It announces \(first); if that is what you want, write it into your topic."))
        }
        var firstProblem: ReadingProblem?
        for address in announced.prefix(Self.mostAsked) {
            do throws(ReadingProblem) {
                let resource = try await resource(at: address)
                var found: (feed: Feed, sign: SuccessSign)
                do throws(FeedError) { found = try read(feed: resource) } catch { throw ReadingProblem("It \(error).") }
                found.sign.movedTo = found.sign.movedTo ?? address
                found.sign.announcement = SuccessSign.Announcement(others: announced.filter { $0 != address })
                return .read(found.feed, found.sign)
            } catch {
                firstProblem = firstProblem ?? error
            }
        }
        let sentence = "This is an HTML page, not a feed, and what it announces, \(first), could not be read as one."
        guard let firstProblem else { return .failed(ReadingProblem(sentence)) }
        var problem = firstProblem.saying(sentence + " " + firstProblem.reason)
        // Gone is what it announces, not the page.
        problem.isGone = false
        return .failed(problem)
    }

    /// Absolute addresses in the page's order, those of comments last; never its own.
    static func feeds(announcedBy page: Resource) -> [String] {
        let document: HTMLDocument
        do throws(HTMLError) { document = try HTMLDocument(parsing: page.body, charset: page.charset) } catch { return [] }
        let own = [page.address, page.requestedAddress].compactMap { WebAddress($0).map(ArticleNaming.key) }
        let found = FeedDiscovery.feeds(in: document, address: page.address).filter { feed in
            WebAddress(feed.address).map { !own.contains(ArticleNaming.key($0)) } ?? false
        }
        // What blogs announce beside the feed of their articles.
        func isOfComments(_ feed: FeedDiscovery.Found) -> Bool {
            feed.address.lowercased().contains("/comments/") || feed.title?.lowercased().contains("comments") == true
        }
        return (found.filter { !isOfComments($0) } + found.filter(isOfComments)).map(\.address)
    }
}
