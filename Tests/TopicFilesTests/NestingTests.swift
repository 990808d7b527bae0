import BriefModel
import Testing
import TopicFiles

/// Files that mean no good.
@Suite struct NestingTests {
    @Test func `a value that stands for others is refused before it can multiply`() {
        var bomb = "a: &a0 [x, x]\n"
        for level in 1...40 { bomb += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(Self.problem(bomb + "? *a40\n: x\n").hasPrefix("t.yaml:2:"))
    }

    @Test func `depth is refused before it can use up the stack`() {
        for text in [
            String(repeating: "[", count: 500_000), "title: " + String(repeating: "{a: ", count: 200_000), String(repeating: "- ", count: 400_000),
        ] {
            #expect(Self.problem(text).contains("deep"))
        }
    }

    @Test func `prose with stars and ampersands is prose`() throws {
        let text = "title: \"R&D *now*\"\nquestion: |\n  What of AT&T?\n  * this\n  * that\nsources:\n  - feed: https://example.org/a?b=1&c=*2\n"
        #expect(try TopicFile.read(text: text, path: "t.yaml").title == "R&D *now*")
    }

    private static func problem(_ text: String) -> String {
        do throws(TopicFileError) {
            return try TopicFile.read(text: text, path: "t.yaml").title
        } catch {
            return error.description
        }
    }
}
