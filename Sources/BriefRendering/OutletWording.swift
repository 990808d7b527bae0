public import BriefModel

extension OutletKind {
    /// "wire agency".
    public var phrase: Phrase {
        switch self {
        case .wireAgency: "wire agency"
        case .nationalDaily: "national daily"
        case .regional: "regional daily"
        case .tradePress: "trade press"
        case .thinkTank: "think tank"
        case .government: "government notices"
        case .blog: "blog"
        case .opinion: Phrase("opinion", context: "kind of outlet")
        case .tabloid: "tabloid"
        case .contentFarm: "content farm"
        case .unknown: "outlet"
        }
    }
}

extension Outlet {
    /// "wire agency", "in German": what a caption tells beside its name; the language where it is not the reader's.
    public func kindAndLanguage(_ language: String, for reader: Language) -> [Phrase] {
        (kind == .unknown ? [] : [kind.phrase])
            + (reader.isForeign(language) ? [Phrase("in {language}", ["language": LanguageNames.phrase(language)])] : [])
    }
}
