/// The OpenAPI document, whole: the schemas that `Documentation/` publishes are written in where it refers to them.
enum APIDocument {
    static let bytes: [UInt8] = {
        var text = String(decoding: PackageResources.openapi_json, as: UTF8.self)
        for (name, schema) in [("brief", PackageResources.brief_schema_json), ("audit", PackageResources.audit_schema_json)] {
            text = text.replacing(#"{ "$ref": "\#(name).schema.json" }"#, with: inlined(String(decoding: schema, as: UTF8.self), as: name))
        }
        return Array(text.utf8)
    }()

    /// A schema as a part of the document: its definitions are found from the root of that, and it goes by no address of its own.
    private static func inlined(_ schema: String, as name: String) -> String {
        let lines = schema.split(separator: "\n").filter { !$0.hasPrefix(#"  "$schema""#) && !$0.hasPrefix(#"  "$id""#) }
        return lines.joined(separator: "\n").replacing("\"#/$defs/", with: "\"#/components/schemas/\(name)/$defs/")
    }
}
