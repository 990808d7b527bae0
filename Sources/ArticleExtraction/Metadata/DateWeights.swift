/// How much each sign weighs for the date; learned by `Training/metadata-weights` from labelled pages, none of which are kept.
enum DateWeights {
    static let choice = CandidateChoice(weights: DateSign.allCases.map { weights[$0] ?? 0 }, none: -0.22)

    private static let weights: [DateSign: Double] = [
        .linkedPublished: 0.75, .linkedCreated: -0.04, .linkedModified: -0.39, .linkedUncertain: 0.50, .linkedElsewhere: 0.26,
        .openGraphPublished: 2.19, .openGraphModified: -0.26, .property: 1.32, .propertyCreated: -0.11, .propertyModified: -0.74,
        .classPublished: 0.56, .classModified: -0.28, .metaPublished: 1.84, .metaDate: 0.94, .metaModified: -1.21, .scriptPublished: 0.65,
        .scriptModified: -0.01, .timePublished: 0.85, .timeNearTitle: -0.09, .timeAboveTitle: -0.15, .timeFirst: 0.56, .timeInText: -0.09,
        .timeElsewhere: 0.06, .labelPublished: 0.32, .labelUpdated: -0.51, .bylineZone: 0.77, .belowTitle: 1.48, .aboveTitle: 1.19,
        .textStart: 0.31, .textEnd: 0.15, .afterText: 0.22, .furniture: 0.37, .comments: -1.32, .elsewhere: -0.54, .alone: 0.76,
        .insideProse: -0.27, .isLink: -0.21, .firstVisible: 1.15, .lastVisible: 0.18, .visible: -0.44, .repeated: 0.53, .inAddress: 1.84,
        .monthInAddress: 0.09, .yearInAddress: 0.40, .neighbour: -0.16, .earliestDeclared: 0.65, .latestDeclared: 0.12, .earliest: 0.12,
        .latest: 0.64, .declaredByTwo: -1.19, .confirmed: 0.13, .shortYear: -0.32, .withTime: 0.61, .copyrightYear: 0.11,
        .imageMonth: 0.09, .inTitle: 0.33, .onlyOne: 0.23, .localDay: 0.15, .onlyUTC: -0.03, .soleDeclared: 0.30,
    ]
}
