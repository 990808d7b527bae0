import Figures

enum FeedvalidatorFiles {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] { [] }
}
