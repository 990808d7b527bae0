/// How much each sign weighs for the title; learned by `Training/metadata-weights` from labelled pages, none of which are kept.
enum TitleWeights {
    static let choice = CandidateChoice(weights: TitleSign.allCases.map { weights[$0] ?? 0 }, none: 0.56)

    private static let weights: [TitleSign: Double] = [
        .linkedHeadline: 0.71, .linkedUncertain: 0.50, .linkedName: -0.20, .openGraph: 0.72, .twitter: 0.26, .property: 1.07,
        .classTitle: 0.57, .dublinCore: 0.87, .metaTitle: 0.74, .pageTitle: 0.34, .pageTitlePart: -0.23, .pageTitleFirstPart: -0.03,
        .pageTitleLongestPart: 0.66, .h1: 1.36, .h2: 0.78, .h3: 0.12, .otherHeading: -0.13, .firstH1: 0.21, .onlyH1: 0.88,
        .firstHeading: 0.18, .headingPart: 1.21, .emphasisLine: -0.29, .insidePageTitle: 0.72, .startsPageTitle: -0.41,
        .insideOpenGraph: 0.54, .holdsOpenGraph: -0.45, .isSite: -1.57, .holdsSite: -0.65, .linksHome: -1.70, .inFurniture: -1.07,
        .inComments: -2.08, .inByline: -0.02, .lastBeforeText: 1.22, .insideText: -1.38, .beforeByline: 0.30, .inAddress: 0.89,
        .partlyInAddress: 0.25, .short: -1.04, .long: 0.08, .sharedByTwo: 0.60, .sharedByThree: 0.71,
    ]
}
