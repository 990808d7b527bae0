/// Who sends a brief to whom. Addresses as RFC 5322 writes them, without names.
public struct MailEnvelope: Hashable, Sendable {
    public let sender: String
    public let recipients: [String]

    /// An address that is none, by its text.
    public struct NotAnAddress: Error, Hashable, Sendable { public let text: String }

    /// - Throws: the first address that has no `@` between two parts, or signs that would end a header field.
    public init(sender: String = "big-picture@localhost", recipients: [String] = []) throws(NotAnAddress) {
        for address in [sender] + recipients {
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"(),:;<>[\\]".utf8.contains($0) }
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain else { throw NotAnAddress(text: address) }
        }
        self.sender = sender
        self.recipients = recipients
    }

    /// The same for some of those it was meant for.
    public func reaching(_ isMeant: (String) -> Bool) -> MailEnvelope { MailEnvelope(sender, recipients.filter(isMeant)) }

    private init(_ sender: String, _ recipients: [String]) { (self.sender, self.recipients) = (sender, recipients) }

    /// From this machine to nobody in particular: a file to be opened or forwarded.
    public static let file = MailEnvelope("big-picture@localhost", [])
}
