import ArgumentParser
import BriefModel

/// What an editor's pipeline stops at.
struct FailOn: Sendable {
    private var verdicts: [Verdict] = []
    private var citations = false

    /// The names it understands.
    static let names = open.map(\.rawValue).joined(separator: ", ") + " or citations"

    private static let open = Verdict.allCases.filter(\.isOpen)

    /// - Throws: which name is not known, and which are.
    init(_ text: String) throws {
        for name in text.split(separator: ",").map({ $0.filter { $0 != " " } }) where !name.isEmpty {
            if name == "citations" {
                citations = true
            } else if let verdict = Self.open.first(where: { $0.rawValue == name }) {
                verdicts.append(verdict)
            } else {
                throw ValidationError("'\(name)' is nothing to fail on; choose from \(Self.names).")
            }
        }
        guard citations || !verdicts.isEmpty else { throw ValidationError("--fail-on needs a name: \(Self.names).") }
    }

    /// "2 lines contradicted, 1 citation that does not hold"; empty where nothing was found.
    func faults(in audit: Audit) -> String {
        var parts = Self.open.filter { verdicts.contains($0) && audit.count($0) > 0 }.map { verdict in
            "\(audit.count(verdict)) \(audit.count(verdict) == 1 ? "line" : "lines") \(verdict.rawValue)"
        }
        let faulty = CitationCheck.Outcome.allCases.filter(\.isFault).reduce(0) { $0 + audit.citations($1) }
        if citations, faulty > 0 { parts.append("\(faulty) \(faulty == 1 ? "citation does" : "citations do") not hold") }
        return parts.joined(separator: ", ")
    }
}
