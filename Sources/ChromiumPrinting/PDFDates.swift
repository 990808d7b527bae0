import BriefModel

/// The moments a PDF bears in its document information (ISO 32000-1, 14.3.3).
enum PDFDates {
    /// Writes another moment over them, in as many bytes, so that every place the file's table names stays where it is.
    static func set(to moment: Timestamp, in document: [UInt8]) -> [UInt8] {
        var document = document
        let digits = moment.description.utf8.filter { (0x30...0x39).contains($0) }
        guard digits.count == 14 else { return document }
        for mark in ["/CreationDate (D:", "/ModDate (D:"] {
            let mark = Array(mark.utf8)
            var from = document.startIndex
            while let start = document[from...].firstIndex(of: mark[0]) {
                from = start + 1
                let place = start + mark.count
                guard document[start...].starts(with: mark), place + digits.count < document.count else { continue }
                document.replaceSubrange(place..<place + digits.count, with: digits)
            }
        }
        return document
    }
}
