import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefRendering
import MailSending

/// Sends a kept edition by the mail server of the user.
struct MailExport {
    let place: LibraryPlace
    let again: Bool

    /// - Parameters:
    ///   - from: nil: as the mail file says.
    ///   - to: empty: those whom the mail file names for the topic.
    func send(_ name: String, of topic: Topic, _ from: String?, _ to: [String], _ marking: TrafficLight?) async throws {
        let setup = try setup()
        let recipients = to.isEmpty ? setup.envelope(of: topic.slug)?.recipients ?? [] : to
        guard !recipients.isEmpty else { throw trouble(.nobody(topic: topic.slug, path: MailSetup.path(in: place))) }
        let envelope = try MailEnvelope(from: from ?? setup.from, to: recipients)
        let bootstrap = try Bootstrap.opening(place, for: .reading)
        let brief = try await EditionName.brief(name, of: topic, in: bootstrap)
        let message = mailMessage(brief, envelope: envelope, marking: marking)
        let deliveries: [MailDelivery]
        do throws(PostError) {
            deliveries = try await bootstrap.post(of: place, clock: .system)
                .send(message, in: envelope, of: topic, edition: brief.asOf, again: again, by: setup.sender)
        } catch {
            throw trouble(error)
        }
        try tell(deliveries, of: envelope)
    }

    private func setup() throws -> MailSetup {
        do throws(PostError) {
            guard let setup = try MailSetup.read(in: place) else { throw .noSettings(path: MailSetup.path(in: place)) }
            return setup
        } catch {
            throw trouble(error)
        }
    }

    private func tell(_ deliveries: [MailDelivery], of envelope: MailEnvelope) throws {
        let asked = Set(deliveries.map(\.recipient))
        for recipient in envelope.recipients where !asked.contains(recipient) {
            try StandardOutput.line("\(recipient): has this edition already; --again sends it once more")
        }
        for delivery in deliveries {
            switch delivery.outcome {
            case .accepted: try StandardOutput.line("\(delivery.recipient): sent")
            case .putOff(let why): StandardError.line("\(delivery.recipient): not sent, try again later: \(why)")
            case .refused(let why): StandardError.line("\(delivery.recipient): not sent: \(why)")
            }
        }
        if !deliveries.allSatisfy({ $0.outcome == .accepted }) { throw ExitCode(Exit.notSent) }
    }

    private func trouble(_ error: PostError) -> ExitCode {
        switch error {
        case .busy: Exit.failing(error.description, code: Exit.alreadyRunning)
        case .settings, .noSettings, .nobody: Exit.failing(error.description, code: Exit.noInput)
        case .book: Exit.failing(error.description, code: Exit.libraryUnusable)
        case .mail: Exit.failing(error.description, code: Exit.notSent)
        }
    }
}

extension MailEnvelope {
    init(from sender: String, to recipients: [String]) throws {
        do throws(NotAnAddress) {
            try self.init(sender: sender, recipients: recipients)
        } catch {
            throw ValidationError("'\(error.text)' is not a mail address; write it as somebody@example.org.")
        }
    }
}
