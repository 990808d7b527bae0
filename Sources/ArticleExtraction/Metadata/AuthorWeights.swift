/// How much each sign weighs for the author; learned by `Training/metadata-weights` from labelled pages, none of which are kept.
enum AuthorWeights {
    static let choice = CandidateChoice(weights: AuthorSign.allCases.map { weights[$0] ?? 0 }, none: 1.50)

    private static let weights: [AuthorSign: Double] = [
        .linkedPerson: 1.74, .linkedOrganization: -0.01, .linkedUncertain: 0.30, .linkedElsewhere: -0.05, .metaAuthor: 0.76,
        .openGraph: 0.85, .dublinCore: 0.61, .metaVendor: 0.95, .property: 1.43, .authorLink: 0.91, .authorClass: 0.85, .bylineZone: 0.21,
        .words: 1.28, .firstOfKind: 0.71, .aboveText: 0.26, .aboveTitle: -0.06, .nearTitle: 0.58, .afterText: 0.37, .insideText: -0.47,
        .elsewhere: -0.81, .furniture: -1.22, .person: 0.99, .oneWord: 0.44, .isSite: -0.83, .holdsSite: 0.07, .agency: 0.09,
        .lowercase: 0.20, .manyWords: -0.27, .many: -0.31, .two: -0.65, .title: -0.02, .sharedByTwo: 0.53, .sharedByThree: 0.67,
        .insideOther: 0.54, .holdsOther: -0.23, .visible: 0.36, .visibleAbove: -0.09, .shouting: -0.25, .onlyOne: -0.47, .endOfText: 0.29,
        .dateline: 0.21, .authorAddress: 0.77, .bareName: -1.16, .innerWords: -0.37, .wordsAbove: 0.57, .besideDate: 0.56,
    ]
}
