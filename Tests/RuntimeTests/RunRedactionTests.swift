import JSON
import Tenancy
import Testing

@testable import Runtime

@Suite struct RunRedactionTests {
    private func redaction(_ secrets: [(String, String)]) -> RunRedaction {
        RunRedaction(
            secrets.map { Secret(name: $0.0, value: SecretValue($0.1), updatedAt: Instant(nanoseconds: 0)) })
    }

    @Test(arguments: [
        ("a p@ss/w\"rd b", "p@ss/w\"rd", "a (secret K) b"),
        // As addresses and forms have it, a text of JSON, and Node's console.
        ("?x=p%40ss%2Fw%22rd&y", "p@ss/w\"rd", "?x=(secret K)&y"),
        ("?x=two+words%21", "two words!", "?x=(secret K)"),
        ("{\\\"p\\\":\\\"w\\\\\\\"rd\\\"}", "w\\\"rd", "{\\\"p\\\":\\\"(secret K)\\\"}"),
        ("[ 'it\\'s\\nme' ]", "it's\nme", "[ '(secret K)' ]"),
        ("Basic c2VjcmV0LXZhbHVl", "secret-value", "Basic (secret K)"),
        // Within what base64 has of more, at each of the three places, and as hex.
        ("Basic aWQ6c2VjcmV0LXZhbHVl", "secret-value", "Basic aWQ6(secret K)"),
        ("eyJzIjoic2VjcmV0LXZhbHVlIn0.", "secret-value", "eyJzIjoi(secret K)In0."),
        ("eHNlY3JldC12YWx1ZSE=", "secret-value", "eH(secret K)SE="),
        ("YTpzZWNyZXQtdmFsdWU6Yg==", "secret-value", "YTp(secret K)U6Yg=="),
        ("eyJzIjoicFwic3Mtd29yZCJ9", "p\"ss-word", "eyJzIjoi(secret K)CJ9"),
        ("c2VjcmV0LXY_", "secret-v?", "(secret K)"), ("= 7365637265742d76", "secret-v", "= (secret K)"),
        (
            "{\n  pem: 'first line\\n' +\n    'second line'\n}", "first line\nsecond line",
            "{\n  pem: '(secret K)\\n' +\n    '(secret K)'\n}"
        ),
        ("https://e/?k={%22a%22:%22b%20c%22}", "{\"a\":\"b c\"}", "https://e/?k=(secret K)"),
        ("as it is", "", "as it is"), ("aaa", "a", "(secret K)(secret K)(secret K)"),
    ])
    func `a secret's value is found in the forms in which it leaves`(
        text: String, secret: String, expected: String
    ) {
        #expect(redaction([("K", secret)]).applied(to: text) == expected)
    }

    @Test func `of two that begin alike the longer is taken, and a needle may begin within another`() {
        let both = redaction([("A", "token"), ("B", "token-2"), ("C", "xtok")])
        #expect(both.applied(to: "token-2 token xtoken") == "(secret B) (secret A) (secret C)en")
    }

    @Test func `keys of our own stay, whatever a secret is`() {
        let shown = redaction([("K", "error")]).appliedBelow(["error": ["error": "an error"]])
        #expect(String(decoding: shown.bytes, as: UTF8.self) == #"{"error":{"(secret K)":"an (secret K)"}}"#)
    }

    @Test func `what begins a secret at the end of a cut text goes`() {
        #expect(redaction([("K", "s3cret-value")]).withoutBeginning("is s3cret-v") == "is ")
        #expect(redaction([("K", "s3cret-value")]).withoutBeginning("is") == "i")
        #expect(redaction([("K", "s3cret-value")]).withoutBeginning("at ease.") == "at ease.")
        #expect(redaction([]).withoutBeginning("text") == "text")
    }

    @Test func `keys are looked at like values`() {
        let tree: JSONTree = ["s3cret": ["a", ["x": "is s3cret"]], "n": 1, "t": true]
        let shown = redaction([("K", "s3cret")]).applied(to: tree)
        #expect(
            String(decoding: shown.bytes, as: UTF8.self)
                == #"{"(secret K)":["a",{"x":"is (secret K)"}],"n":1,"t":true}"#)
    }
}
