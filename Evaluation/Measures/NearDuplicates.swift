public import Figures

public enum NearDuplicates {
    public static func figures(data: String, show: (String) -> Void) throws -> [Figure] { [] }
}
