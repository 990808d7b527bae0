import Testing

@testable import MailSending

@Suite struct MailEnvelopeTests {
    @Test(arguments: [
        "desk", "@example.org", "desk@", "a@b@c", "desk@example.org\r\nBcc: spy@example.org", "desk@example.org> SIZE=1", "desk @example.org",
        "<desk@example.org>", "Desk <desk@example.org>", "desk@example.org,spy@example.org", "dèsk@example.org", "\0@example.org", "",
    ]) func whatIsNoPlainAddressIsRefused(_ text: String) {
        #expect(throws: MailEnvelope.NotAnAddress(text: text)) { try MailEnvelope(sender: text) }
        #expect(throws: MailEnvelope.NotAnAddress(text: text)) { try MailEnvelope(recipients: ["desk@example.org", text]) }
    }

    @Test func theTwinTellsRecipientsApart() async throws {
        let sender = InMemoryMailSender()
        sender.answer(.refused(why: "550 unknown"), for: "b@example.org")
        let envelope = try MailEnvelope(sender: "us@example.org", recipients: ["a@example.org", "b@example.org"])
        let deliveries = try await sender.send(Array("text".utf8), in: envelope)
        #expect(deliveries == [MailDelivery("a@example.org", .accepted), MailDelivery("b@example.org", .refused(why: "550 unknown"))])
        #expect(sender.sent.map(\.envelope.recipients) == [["a@example.org"]])
    }
}
