/// What a foreign element means to the builder; `.html` for the others.
enum ElementKind: UInt8 {
    case html, svg, svgIntegration, math, mathText, annotation, annotationHTML

    /// Elements the standard calls special, and that end every scope.
    var isBoundary: Bool {
        switch self {
        case .html, .svg, .math: false
        case .svgIntegration, .mathText, .annotation, .annotationHTML: true
        }
    }
}

struct OpenElement: BitwiseCopyable {
    var node: GrowingTree.Node
    /// In lower case, a number in the table of element names.
    var name: UInt16
    /// `.other` for foreign elements.
    var tag: HTMLTag
    var kind = ElementKind.html
}

/// How far up an element is looked for (WHATWG HTML, "has an element in scope").
enum Scope { case ordinary, listItem, button, table }

/// The stack of open elements. How far down it is searched is bounded: what lies deeper, which is no deeper than browsers let a tree
/// become, is as if it were not there, so that every token takes bounded time.
struct OpenElements: ~Copyable {
    private var elements = GrowingBuffer<OpenElement>(capacity: 64)
    /// How many of each HTML tag are open.
    private var counts = GrowingBuffer<Int32>(repeating: 0, count: 256)

    static let reach = 512

    var count: Int { elements.count }
    @inline(__always)
    var last: OpenElement { elements[elements.count - 1] }
    /// Where a search from the top ends.
    var bottom: Int { max(0, elements.count - Self.reach) }

    subscript(place: Int) -> OpenElement { elements[place] }

    @inline(__always)
    mutating func push(_ element: OpenElement) {
        elements.append(element)
        counts[element.tag.number] += 1
    }

    @inline(__always)
    @discardableResult mutating func pop() -> OpenElement {
        let element = elements.popLast()
        counts[element.tag.number] -= 1
        return element
    }

    mutating func insert(_ element: OpenElement, at place: Int) {
        elements.insert(element, at: place)
        counts[element.tag.number] += 1
    }

    mutating func remove(at place: Int) {
        counts[elements.remove(at: place).tag.number] -= 1
    }

    mutating func replace(at place: Int, node: GrowingTree.Node) { elements[place].node = node }

    @inline(__always)
    func contains(_ tag: HTMLTag) -> Bool { counts[tag.number] > 0 }

    func place(of node: GrowingTree.Node) -> Int? {
        var place = elements.count - 1
        while place >= bottom {
            if elements[place].node == node { return place }
            place -= 1
        }
        return nil
    }

    func lastPlace(of tag: HTMLTag) -> Int? {
        guard contains(tag) else { return nil }
        var place = elements.count - 1
        while place >= bottom {
            if elements[place].tag == tag { return place }
            place -= 1
        }
        return nil
    }

    @inline(__always)
    func has(_ tag: HTMLTag, in scope: Scope = .ordinary) -> Bool {
        contains(tag) && has(in: scope) { $0.tag == tag }
    }

    func has(in scope: Scope = .ordinary, where isWanted: (OpenElement) -> Bool) -> Bool {
        var place = elements.count - 1
        while place >= bottom {
            let element = elements[place]
            if isWanted(element) { return true }
            if Self.ends(scope, element) { return false }
            place -= 1
        }
        return false
    }

    private static func ends(_ scope: Scope, _ element: OpenElement) -> Bool {
        if element.kind != .html { return scope != .table && element.kind.isBoundary }
        return switch element.tag {
        case .html, .table, .template: true
        case .applet, .caption, .td, .th, .marquee, .object, .select: scope != .table
        case .ol, .ul: scope == .listItem
        case .button: scope == .button
        default: false
        }
    }

    /// Pops up to and including the nearest element of this tag.
    mutating func pop(through tag: HTMLTag) { while elements.count > 1, pop().tag != tag {} }

    mutating func pop(until isKept: (OpenElement) -> Bool) { while elements.count > 1, !isKept(last) { pop() } }

    /// Pops everything from `place` on.
    mutating func cut(to place: Int) { while elements.count > place { pop() } }

    /// WHATWG HTML, "generate implied end tags".
    mutating func closeImplied(except kept: HTMLTag = .other) {
        while elements.count > 1, last.tag.hasImpliedEnd, last.tag != kept { pop() }
    }

    /// WHATWG HTML, "generate all implied end tags thoroughly".
    mutating func closeImpliedThoroughly() {
        while elements.count > 1 {
            switch last.tag {
            case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: pop()
            case let tag where tag.hasImpliedEnd: pop()
            default: return
            }
        }
    }
}
