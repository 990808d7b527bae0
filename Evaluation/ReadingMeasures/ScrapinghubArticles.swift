import Figures

enum ScrapinghubArticles {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] { [] }
}
