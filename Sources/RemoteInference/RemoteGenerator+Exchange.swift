import AsyncHTTPClient
import FoundationEssentials
import Glibc
import Inference
import NIOCore
import NIOHTTP1
import NIOPosix

/// One question and its answer.
extension RemoteGenerator {
    /// Bytes of a stream: an event around every few letters of an answer makes it some fifty times as long.
    private static let mostStreamBytes = 64 << 20

    func answer(to message: HTTPClientRequest, tokens: Int) async throws(GenerationError) -> GeneratedText {
        let outcome = await withTaskGroup(of: Result<GeneratedText, GenerationError>?.self) { group in
            group.addTask { await self.exchange(message, tokens: tokens) }
            group.addTask {
                do { try await Task.sleep(for: .seconds(self.limits.wholeSeconds)) } catch { return nil }
                return .failure(.timedOut(place: self.place, seconds: self.limits.wholeSeconds))
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let outcome else { throw .interrupted(place: place) }
        return try outcome.get()
    }

    private func exchange(_ message: HTTPClientRequest, tokens: Int) async -> Result<GeneratedText, GenerationError> {
        do {
            let response = try await client.execute(message, deadline: .distantFuture)
            guard response.status == .ok else { return .failure(try await refusal(response)) }
            return .success(try finished(try await read(response), tokens: tokens))
        } catch let fault as AnswerFault {
            return .failure(error(for: fault))
        } catch let error as GenerationError {
            return .failure(error)
        } catch let error as HTTPClientError where error == .readTimeout {
            return .failure(.timedOut(place: place, seconds: limits.idleSeconds))
        } catch let error as HTTPClientError where error == .remoteConnectionClosed {
            return .failure(.interrupted(place: place))
        } catch is HTTPParserError {
            return .failure(.interrupted(place: place))
        } catch let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE {
            return .failure(.interrupted(place: place))
        } catch let error as HTTPClientError where error == .connectTimeout {
            return .failure(.unreachable(place: place, why: "no connection within 20 seconds"))
        } catch {
            return .failure(.unreachable(place: place, why: Self.plain(error)))
        }
    }

    private func read(_ response: HTTPClientResponse) async throws -> Answer {
        var answer = Answer()
        var lines = StreamLines()
        var events = ServerSentEvents()
        var received = 0
        // Ollama sends lines; the others events, but for one that will not stream.
        let isBare = model.form == .ollama || response.headers.first(name: "content-type")?.hasPrefix("application/json") == true
        func take(_ event: [UInt8], _ answer: inout Answer) throws(AnswerFault) {
            let limit = GenerationRequest.mostAnswerBytes
            switch model.form {
            case .anthropic: try AnthropicMessages.read(event, into: &answer, limit: limit)
            case .openai: try ChatCompletions.read(event, into: &answer, limit: limit)
            case .ollama: try OllamaChat.read(event, into: &answer, limit: limit)
            }
        }
        func takeLine(_ line: [UInt8], _ answer: inout Answer) throws(AnswerFault) {
            if isBare {
                if !line.isEmpty { try take(line, &answer) }
            } else {
                try events.read(line) { event throws(AnswerFault) in try take(event, &answer) }
            }
        }
        for try await chunk in response.body {
            received += chunk.readableBytes
            guard received <= Self.mostStreamBytes else { throw AnswerFault.tooLarge }
            try lines.feed(chunk.readableBytesView) { line throws(AnswerFault) in try takeLine(line, &answer) }
            if answer.isDone { return answer }
        }
        try lines.finish { line throws(AnswerFault) in try takeLine(line, &answer) }
        try events.finish { event throws(AnswerFault) in try take(event, &answer) }
        return answer
    }

    private func finished(_ answer: Answer, tokens: Int) throws(GenerationError) -> GeneratedText {
        switch answer.ending {
        case .cutOff: throw .cutOff(place: place, tokens: tokens)
        case .declined: throw .declined(place: place)
        case nil where !answer.isDone: throw .interrupted(place: place)
        case .whole, nil: break
        }
        return GeneratedText(
            text: String(decoding: answer.text, as: UTF8.self), inputTokens: answer.inputTokens, outputTokens: answer.outputTokens,
            model: quoted(answer.model))
    }

    private func error(for fault: AnswerFault) -> GenerationError {
        switch fault {
        case .tooLarge: .tooLarge(place: place, bytes: GenerationRequest.mostAnswerBytes)
        case .failing(_, isPassing: true): .failing(place: place, status: 200, seconds: nil)
        case .failing(let why, isPassing: false): .refused(place: place, status: 200, why: quoted(why))
        case .notUnderstood(let why): .notUnderstood(place: place, why: why)
        }
    }

    /// What an answer that is none means.
    private func refusal(_ response: HTTPClientResponse) async throws -> GenerationError {
        let status = Int(response.status.code)
        let pause = response.headers.first(name: "retry-after").flatMap { Int($0) }.map { max(0, $0) }
        switch status {
        case 401, 403: return .keyRefused(place: place)
        case 404: return .unknownModel(place: place, model: model.name)
        case 429: return .rateLimited(place: place, seconds: pause)
        case 500...: return .failing(place: place, status: status, seconds: pause)
        case 300..<400: return .refused(place: place, status: status, why: "it leads elsewhere; give the final address")
        default: return .refused(place: place, status: status, why: quoted(Self.words(of: try await Self.beginning(of: response.body))))
        }
    }

    private static func beginning(of body: HTTPClientResponse.Body) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in body {
            bytes.append(contentsOf: chunk.readableBytesView.prefix(16_384 - bytes.count))
            if bytes.count >= 16_384 { break }
        }
        return bytes
    }

    /// `{"error": {"message": …}}` or `{"error": …}`; nothing of any other page.
    private static func words(of body: [UInt8]) -> String {
        guard case .object(let page) = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else { return "" }
        switch page["error"] {
        case .text(let words): return words
        case .object(let fault): if case .text(let words) = fault["message"] { return words } else { return "" }
        default: return ""
        }
    }

    /// What went wrong with a connection, in a few words.
    private static func plain(_ error: any Error) -> String {
        switch error {
        case let error as ChannelError: if case .connectTimeout = error { "no connection in time" } else { "the connection failed" }
        case is NIOConnectionError: "nobody answers there"
        case let error as IOError where error.errnoCode == ECONNREFUSED: "nobody answers there"
        case is CancellationError: "the run was stopped"
        default: "the connection failed (\(String(describing: type(of: error))))"
        }
    }
}
