import BriefModel
import FeedParsing
import Storage

extension SourceReader {
    func open(folder: String) -> OpenedSource {
        do throws(ReadingProblem) {
            let files = try LocalFiles.articles(inFolder: folder, limit: limits.files)
            let leads = files.map { Lead(place: .file($0), entry: nil, outlet: nil) }
            return OpenedSource(named: NamedSources(leads: leads), verdict: ("file://" + folder, .read(.outline, SuccessSign())))
        } catch {
            return OpenedSource(verdict: ("file://" + folder, .failed(error)))
        }
    }

    /// A file: a list of feeds, a saved feed, or something to read.
    func open(file path: String) -> OpenedSource {
        let address = "file://" + path
        do throws(ReadingProblem) {
            let absolute = try LocalFiles.absolute(path)
            let bytes = try LocalFiles.bytes(of: absolute, limit: limits.fileSize)
            switch SourceSniffer.kind(of: bytes, mediaType: path.lowercased().hasSuffix(".opml") ? "text/x-opml" : nil) {
            case .outline:
                let found = try parsed { () throws(FeedError) in try OutlineParser().parse(bytes, charset: nil, address: address) }
                return OpenedSource(named: NamedSources(subscriptions: found), verdict: (address, .read(.outline, SuccessSign())))
            case .feed:
                let feed = try parsed { () throws(FeedError) in try FeedParser().parse(bytes, charset: nil, address: address) }
                let leads: [Lead] = feed.entries.compactMap { entry in entry.link.map { Lead(place: .web($0), entry: entry, outlet: nil) } }
                return OpenedSource(named: NamedSources(leads: leads), verdict: (address, .read(.feed, SuccessSign())))
            case .page, .pdf, .mail, .plainText:
                let lead = Lead(place: .file(absolute), entry: nil, outlet: nil)
                return OpenedSource(named: NamedSources(leads: [lead]), verdict: (address, .read(.page, SuccessSign())))
            }
        } catch {
            return OpenedSource(verdict: (address, .failed(error)))
        }
    }

    private func parsed<Value>(_ parse: () throws(FeedError) -> Value) throws(ReadingProblem) -> Value {
        do throws(FeedError) { return try parse() } catch { throw ReadingProblem("This \(error).") }
    }
}
