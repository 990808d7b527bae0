extension String {
    /// As it is, or its beginning where it is longer than any name or title: a source may call itself five megabytes.
    /// - Parameter length: in Unicode scalars, since one character can be as long as its writer likes.
    public func shown(upTo length: Int = 300) -> String {
        guard utf8.count > length else { return self }
        let beginning = unicodeScalars.prefix(length)
        return beginning.endIndex == endIndex ? self : String(beginning) + "…"
    }
}
