import Figures

enum TrafilaturaArticles {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] { [] }
}
