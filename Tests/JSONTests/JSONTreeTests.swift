import JSON
import Testing

@Suite struct JSONTreeTests {
    private func text(_ tree: JSONTree) -> String { String(decoding: tree.bytes, as: UTF8.self) }

    @Test func `a member is changed in its place, a new one comes last, and nothing else moves`() {
        var tree = JSONTree(text: #"{"a":1.50,"b":{"c":[1,"\u00e9"],"d":null},"e":"x"}"#)
        tree[path: "b.d"] = "new"
        tree["a"] = nil
        tree["z"] = ["k": true]
        #expect(text(tree) == #"{"b":{"c":[1,"é"],"d":"new"},"e":"x","z":{"k":true}}"#)
    }

    @Test func `a merge lays members over members; null removes`() {
        var tree = JSONTree(text: #"{"a":{"x":1,"y":{"p":1,"q":2}},"b":1}"#)
        var shallow = tree
        let change = JSONTree(text: #"{"a":{"y":{"p":9},"z":3},"b":null}"#)
        tree.merge(change, .deep)
        shallow.merge(change, .shallow)
        #expect(text(tree) == #"{"a":{"x":1,"y":{"p":9,"q":2},"z":3}}"#)
        #expect(text(shallow) == #"{"a":{"y":{"p":9},"z":3}}"#)
    }

    @Test func `order is by name where names are given, and by length and bytes as jsonb has it`() {
        let tree = JSONTree(text: #"{"ccc":1,"b":{"zz":1,"a":2},"aa":3}"#)
        #expect(text(tree.ordered(["aa", "x", "ccc"])) == #"{"aa":3,"ccc":1,"b":{"zz":1,"a":2}}"#)
        #expect(text(tree.jsonbOrdered) == #"{"b":{"a":2,"zz":1},"aa":3,"ccc":1}"#)
    }

    @Test func `what is no JSON is null`() {
        #expect(JSONTree(text: "{").isNull)
    }
}
