import Storage

extension LibraryPlace {
    /// A trouble in words for people who use the library, and need not know how the machine that holds it is laid out: no path of it is named, only the file.
    func discreet(_ words: String) -> String {
        // A folder named by one word may be any word of the text, and tells nothing.
        let words = folder.contains("/") ? words.replacing(folder, with: "here") : words
        return words.replacing(/(^|[\s“”‘’"'(\[])(?:file:\/\/)?~?\/[^\s“”‘’"')\]<>,;]+/) { match in
            match.output.1 + "…/" + (match.output.0.split(separator: "/").last ?? "")
        }
    }
}

extension SourceState {
    /// As it is told to people who use a library; its address is what a topic names, and stays.
    func discreet(_ place: LibraryPlace) -> SourceState {
        var state = self
        state.failure = failure.map(place.discreet)
        return state
    }
}

extension TopicRun {
    func discreet(_ place: LibraryPlace) -> TopicRun {
        var run = self
        run.failure = failure.map(place.discreet)
        return run
    }
}
