/// How often the check is right on texts whose answers are known, as measured by this project: shown wherever its verdicts are.
///
/// Each is the level that Evaluation/floors.json holds the program to, so that a page never claims more than is enforced; a test compares them.
struct MeasuredRate {
    /// Its place in floors.json: the group, a set where it is of one, and the name.
    let floor: (group: String, set: String?, name: String)
    /// Per cent, or a number of lines where `isCount`.
    let value: Int
    var isCount = false
    let meaning: Phrase

    static let all = [
        MeasuredRate(
            floor: ("atLeast", nil, "audit.exact"), value: 82,
            meaning: "of the lines of a brief full of faults were judged as its annotators judged them"),
        MeasuredRate(
            floor: ("atLeast", nil, "control.exact"), value: 93,
            meaning: "of the lines of a mostly sound brief were judged as it was written to be judged"),
        MeasuredRate(
            floor: ("atLeast", nil, "audit.contradicted-found"), value: 60,
            meaning: "of the contradicted lines of the first were called contradicted"
        ),
        MeasuredRate(
            floor: ("atLeast", nil, "control.contradicted-found"), value: 100,
            meaning: "of the contradicted lines of the second were called contradicted"),
        MeasuredRate(
            floor: ("atMost", nil, "audit.contradicted-called-supported"), value: 0, isCount: true,
            meaning: "contradicted lines of the first were called supported"),
        MeasuredRate(
            floor: ("atLeast", "reasons", "more.supported"), value: 55,
            meaning: "is the balanced accuracy on statements made to be hard, each with one thing wrong and its words alike; chance is 50%"),
    ]

    /// "82% at least", "none".
    var figure: Phrase {
        isCount
            ? (value == 0 ? Phrase("None", context: "of the lines") : Phrase("{count} at most", ["count": value]))
            : value == 100 ? Phrase("All", context: "of the lines") : Phrase("{percent}% at least", ["percent": value])
    }

    static let introduction: Phrase = """
        This is a program, and it errs. Measured on texts whose answers are known, written for this project, in English; the test suite fails below these \
        levels. On other subjects and styles expect less.
        """
}
