/// The named character references of HTML (`&eacute;`), for readers of markup that is none.
public enum HTMLEntities {
    /// - Parameter name: without ampersand and semicolon.
    /// - Returns: what the name stands for with its semicolon; nil when HTML has no such name.
    public static func characters(named name: some Collection<UInt8>) -> String? {
        guard !name.isEmpty, name.count < 64 else { return nil }
        let reference = Array(name) + [Byte.semicolon] + [UInt8](repeating: 0, count: 8)
        return reference.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let match = NamedReferences.standard.match(in: base, at: 0), match.endsInSemicolon,
                match.length == name.count + 1
            else { return nil }
            var output = String.UnicodeScalarView()
            for value in [match.first, match.second] where value != 0 { output.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
            return String(output)
        }
    }
}
