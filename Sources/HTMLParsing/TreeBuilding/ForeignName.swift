/// Elements of SVG and MathML that steer how the tree grows, by their names in lower case.
enum ForeignName: String, CaseIterable {
    case annotationXML = "annotation-xml", desc, foreignObject = "foreignobject", malignmark, mglyph, mi, mn, mo, ms, mtext

    /// Its number in the table of element names.
    var number: UInt16 { UInt16(HTMLTag.xmp.number) + 1 + UInt16(unsafeBitCast(self, to: UInt8.self)) }
}
