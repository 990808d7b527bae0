import Storage

/// Who asks, and what they may do.
struct Visitor: Sendable {
    enum Pass: Sendable {
        /// Nobody we know.
        case none
        /// Whoever sits at this machine, where no users were added: all is theirs.
        case owner
        /// Somebody who signed in; the token stands in every form they are given.
        case session(Role, formToken: String)
        /// A program with a token.
        case token(Role, Set<TokenScope>)
    }

    /// Nil for nobody and for the owner of this machine.
    let name: UserName?
    let pass: Pass

    static let owner = Visitor(name: nil, pass: .owner)
    static let nobody = Visitor(name: nil, pass: .none)

    /// Who the page at hand is written for.
    @TaskLocal static var current = Visitor.owner

    func may(_ permission: Permission) -> Bool {
        switch pass {
        case .none: false
        case .owner: true
        case .session(let role, _): role.allows(permission)
        case .token(let role, let scopes): role.allows(permission) && scopes.contains { $0.permission == permission }
        }
    }

    var formToken: String? { if case .session(_, let token) = pass { token } else { nil } }
}
