import ArgumentParser
import Glibc

/// A password from whoever sits there, or from a program: never an argument, which every user of the machine can see.
enum PasswordPrompt {
    /// Asked twice on a terminal, without being shown; else the first line of standard input.
    static func newPassword(for name: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(), !line.isEmpty else {
                throw Exit.failing("No password on standard input; give it as the first line.", code: Exit.noInput)
            }
            return line
        }
        let first = try asked("New password for \(name): ")
        guard try asked("The same again: ") == first else {
            throw Exit.failing("The two are not the same; nothing was changed.", code: Exit.badInput)
        }
        return first
    }

    private static func asked(_ words: String) throws -> String {
        let line = Silence.whileReading {
            // Only now: what is typed at once would be seen, and lost when the terminal falls silent.
            StandardError.raw(words)
            return readLine()
        }
        StandardError.raw("\n")
        guard let line else { throw Exit.failing("No password was given; nothing was changed.", code: Exit.noInput) }
        return line
    }
}

/// A terminal that does not show what is typed; it shows it again however the program ends.
private enum Silence {
    nonisolated(unsafe) private static var before = termios()

    static func whileReading<Value>(_ body: () -> Value) -> Value {
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        let handlers = [SIGINT, SIGTERM, SIGHUP].map { number in
            (
                number,
                signal(number) { number in
                    tcsetattr(STDIN_FILENO, TCSANOW, &Silence.before)
                    _exit(128 + number)
                }
            )
        }
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &before)
            for (number, handler) in handlers { signal(number, handler) }
        }
        return body()
    }
}
