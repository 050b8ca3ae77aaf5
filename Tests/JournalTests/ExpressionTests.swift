import HTTPCore
import JSON
import Tenancy
import TestSupport
import Testing

@testable import Journal

@Suite struct ExpressionTests {
    private func matches(_ expression: String, _ text: String, work: Int = MatchWork.usual) throws -> Bool {
        try Expression(expression, MatchWork(work)).matches(text)
    }

    @Test(arguments: [
        ("", ""), ("abc", "abc"), ("a|bc|", "bc"), ("a|bc|", ""), ("(a|b)*c", "ababc"), ("a?b+?c*", "bb"),
        ("a{2}", "aa"), ("a{2,}", "aaaa"), ("a{0,2}b", "aab"), (".*", "any éß😀"), ("(?s).*", "a\nb"),
        ("(?i)post", "PoSt"), ("(?i:P)ost", "post"), ("(?i)[a-f]+x", "AFX"), ("a(?:b|c)d", "acd"), ("(?<n>a)b", "ab"),
        ("[^/]+/[a-z0-9_-]{1,8}", "x y/ab_1-"), ("[]a]+", "]a"), ("[a-]+", "a-"), ("[\\d.]+", "1.5"),
        ("\\w+\\s\\S\\D", "ab_ xy"),
        ("\\QA.*\\E.", "A.*x"), ("\\x41\\u0042\\x{1F600}\\t", "AB😀\t"), ("\\{\"a\":\\[1\\]}", "{\"a\":[1]}"),
        ("{\"a\":{}}", "{\"a\":{}}"), ("^a$", "a"), ("(?m)a$\n^b", "a\nb"), ("\\ba\\b b\\Bc", "a bc"), ("(a*)*", "aaa"),
        ("(|a)+", "aa"), ("(a{2}){3}", "aaaaaa"),
    ])
    func `what fits the whole text matches`(expression: String, text: String) throws {
        #expect(try matches(expression, text))
    }

    @Test(arguments: [
        ("abc", "abcd"), ("abc", "xabc"), ("a|b", "ab"), (".", "\n"), (".", ""), ("a{2,3}", "aaaa"), ("a{2}", "a"),
        ("(?i:a)b", "AB"), ("[^a]", "a"), ("\\d", "٣"), ("a^b", "ab"), ("a\\b", "ab"), ("\\bb", "ab"),
        ("é", "e\u{301}"),
    ])
    func `what fits a part of the text, or nothing, does not`(expression: String, text: String) throws {
        #expect(try !matches(expression, text))
    }

    @Test(arguments: [
        ("(", "a ) is missing"), (")", "a ) too many"), ("[a", "a ] is missing"), ("*a", "nothing to repeat before *"),
        ("a**", "a repetition of a repetition"), ("a++", "possessive"), ("(?=a)", "looking around"),
        ("(?<!a)", "looking around"), ("(?>a)", "looking around"), ("(a)\\1", "references back"),
        ("\\k<a>", "references back"), ("\\p{L}", "\\p is not understood"), ("[a[b]]", "class within a class"),
        ("[a&&b]", "&& is not understood"), ("[z-a]", "range"), ("a{2,1}", "from few to many"),
        ("a{1001}", "1000 at most"), ("\\", "a \\ at its end"), ("\\xZZ", "a scalar"), ("(?x)a", "the flag x"),
        ("((a{100}){100}){100}", "too large"), ("(((){1000}){1000}){1000}", "too large"),
        (String(repeating: "(", count: 200_000), "nested too deeply"),
    ])
    func `what is not understood is refused`(expression: String, words: String) {
        let error = #expect(throws: PatternError.self) { try Expression(expression, MatchWork()) }
        #expect(error?.description.contains(words) == true, "\(error?.description.suffix(80) ?? "")")
    }

    /// Each of these takes a matcher that backtracks longer than anybody waits. Counted, not timed: a byte of the text
    /// costs one unit, and the few states that it comes to are worked out once.
    @Test(arguments: [".*(a+)+b.*", "(a|a)*b", "(a|aa)+b", "(.*)*b", "(a?){30}a{30}b", "(([a-z])+.)+[A-Z]([a-z])+b"])
    func `no expression takes more than linear time`(expression: String) throws {
        let work = MatchWork()
        let matcher = try Expression(expression, work)
        let text = String(repeating: "a", count: 100_000) + "!"
        #expect(!matcher.matches(text))
        let first = MatchWork.usual - work.left
        #expect(first < 10 * text.utf8.count)
        #expect(!matcher.matches(text))
        #expect(MatchWork.usual - work.left - first < 2 * text.utf8.count)
    }

    /// It remembers which of the last forty letters were an `a`: more states than anybody can keep.
    @Test func `an expression of endless states is bounded in memory and work`() throws {
        var random = SeededGenerator(seed: 7)
        let letters = (0..<20_000).map { _ in Bool.random(using: &random) ? "a" : "b" }.joined()
        let work = MatchWork(3_000_000)
        let expression = try Expression("(a|b)*a(a|b){40}c", work)
        #expect(!expression.matches(letters) && work.isExhausted)
        #expect(expression.cells < Expression.cellsMax + 200)
    }

    /// Beside Swift's own matcher on expressions that both know and that it has the time for.
    @Test func `it finds what another matcher finds`() throws {
        var random = SeededGenerator(seed: 11)
        func text(_ letters: [String], _ counts: ClosedRange<Int>) -> String {
            (0..<Int.random(in: counts, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                .joined()
        }
        var both = 0
        for _ in 0..<3_000 {
            let expression = text(["a", "b", "[ab]", ".", "a?", "b*", "(a|b)+", "(ab|)", "[^a]", "a{1,2}", "|"], 1...5)
            let subject = text(["a", "b", "c"], 0...5)
            let known = try Regex(expression).wholeMatch(in: subject) != nil
            #expect(try matches(expression, subject) == known, "\(expression) of '\(subject)'")
            if known { both += 1 }
        }
        #expect(both > 100)
    }

    @Test(arguments: [
        #"{"bodyPatterns":[{"matches":".*(a+)+b.*"}]}"#, #"{"urlPattern":"(/a*)*b"}"#,
        #"{"bodyPatterns":[{"contains":"aaaaaaab"}]}"#,
    ])
    func `a call has so much work and no more`(text: String) throws {
        let world = ManualWorld()
        let body = "\"" + String(repeating: "a", count: 10_000) + "\""
        let entry = JournalEntry(
            id: world.newID(), tenant: "t", time: world.now(), TestRequest.make(.post, "/x", body),
            HTTPResponse(status: .ok))
        let pattern = try RequestPattern(try JSONParser.parse(Array(text.utf8)), workMax: 100_000)
        #expect(try pattern.matching([entry]).isEmpty)
        let error = #expect(throws: PatternError.self) {
            try pattern.matching(Array(repeating: entry, count: 2_000))
        }
        #expect(error?.description.contains("takes too long") == true)
        #expect(error?.isTooMuch == true)
    }
}
