import BriefModel
import BriefRendering
import Hummingbird

/// The check of a text: pasted, in a file, or at an address. What was typed stays typed, whatever goes wrong.
struct AuditRoutes: Sendable {
    private let content: SiteContent
    private let desk: AuditDesk?
    private let rounds: AuditRounds

    /// Bytes of a file that is sent.
    static let fileLimit = 8 << 20
    /// How long an answer waits for the check to be done before it says how far that is.
    private static let patience = Duration.seconds(2)

    init(_ content: SiteContent) {
        self.content = content
        desk = content.auditDesk
        let audit = content.audit
        let plain: AuditRounds.Check = { text, _ in
            let (audit, sources) = try await audit(text)
            return CheckedText(audit: audit, sources: sources)
        }
        rounds = AuditRounds(content.auditDesk?.check ?? plain, streams: content.streams)
    }

    func addRoutes(to router: Router<SiteContext>) {
        router.get("audit") { _, _ in form() }
        router.post("audit") { request, context in
            try context.require(.audit)
            return try await audit(request)
        }
        router.get("audit/:round") { _, context in try await round(context.path("round")) }
    }

    private func form(_ typed: AuditForm.Typed = .init(), _ trouble: AuditForm.Trouble? = nil, status: HTTPResponse.Status = .ok) -> Response {
        .page(AuditForm(typed: typed, trouble: trouble, takesFiles: desk != nil, notice: content.notice).document(), status: status)
    }

    private func audit(_ request: Request) async throws -> Response {
        let sent = try await sent(request)
        let typed = AuditForm.Typed(text: sent.text, address: sent.address)
        let text: String
        switch await document(sent) {
        case .success(let found): text = found
        case .failure(let fault): return form(typed, fault.trouble, status: .badRequest)
        }
        guard text.utf8.count <= AuditForm.limit else { return form(typed, .init(SiteTrouble.tooLong.advice), status: .contentTooLarge) }
        guard !text.allSatisfy(\.isWhitespace) else { return form(typed, .init(SiteTrouble.emptyText.advice), status: .badRequest) }
        let name: String
        do throws(AuditRounds.TooMany) { name = try await rounds.begin(text) } catch {
            let trouble = AuditForm.Trouble("As many texts as may be checked at once are being checked. Try again in a minute.")
            return form(typed, trouble, status: .serviceUnavailable)
        }
        switch try await rounds.settled(name, within: Self.patience) {
        case .checked(let checked): return page(checked)
        case .failed(let trouble, _):
            return form(typed.text.isEmpty ? .init(text: text) : typed, trouble, status: .internalServerError)
        case .checking, nil: return .seeOther(.site("audit", name))
        }
    }

    private func page(_ checked: CheckedText) -> Response {
        .page(BriefRendering.page(checked.audit, sources: checked.sources, in: .site(current: .audit, notice: content.notice)))
    }

    /// How far a check is, or what came of it.
    private func round(_ name: String) async throws -> Response {
        switch await rounds.state(of: name) {
        case .checking(let done, let total):
            .page(AuditWaitPage(round: name, done: done, total: total, isTold: content.streams != nil, notice: content.notice).document())
        case .checked(let checked): page(checked)
        case .failed(let trouble, let text): form(.init(text: text), trouble, status: .internalServerError)
        case nil: throw SiteTrouble.noSuchRound
        }
    }

    // MARK: What was sent

    private struct Sent {
        var text = ""
        var address = ""
        var file: (name: String, bytes: [UInt8])?
    }

    private func sent(_ request: Request) async throws -> Sent {
        let type = request.headers[.contentType] ?? ""
        if desk != nil, type.lowercased().hasPrefix("multipart/form-data") {
            let body = try await request.wholeBody(upTo: Self.fileLimit)
            guard let form = MultipartForm(Array(body.readableBytesView), contentType: type) else { throw SiteTrouble.notAForm }
            let file = form.file("file").map { (name: $0.fileName ?? "", bytes: Array($0.bytes)) }
            return Sent(text: form.text("text") ?? "", address: form.text("address") ?? "", file: file)
        }
        // A byte of text takes at most three in a form.
        let body = try await request.formBody(upTo: 3 * AuditForm.limit + 2_048)
        let text = FormText.value(of: "text", in: body), address = FormText.value(of: "address", in: body)
        guard text != nil || address != nil else { throw SiteTrouble.notAForm }
        return Sent(text: text ?? "", address: address ?? "")
    }

    /// A file counts before an address, and that before what was pasted.
    private func document(_ sent: Sent) async -> Result<String, DocumentFault> {
        if let desk, let file = sent.file { return await desk.read(file.bytes, file.name) }
        let address = sent.address.filter { !$0.isWhitespace }
        if let desk, !address.isEmpty, sent.text.allSatisfy(\.isWhitespace) { return await desk.fetch(address) }
        return .success(sent.text)
    }
}
