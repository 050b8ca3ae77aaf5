import Routing
import Testing

@Suite struct PathTemplateTests {
    @Test(arguments: [
        ("/a/{id}/b", "/a/1/b"), ("/a/{id}/b", "/a/%2F/b"), ("/{a}/{b}", "/x/y"), ("", ""), ("/", "/"), ("/{", "/{"),
    ])
    func `a parameter stands for one segment`(template: String, path: String) {
        #expect(PathTemplate(template).fits(Array(path.utf8)))
    }

    @Test(arguments: [
        ("/a/{id}/b", "/a//b"), ("/a/{id}", "/a/1/"), ("/a/{id}", "/a"), ("/a", "/A"), ("/{a", "/b"), ("/{a}x", "/bx"),
    ])
    func `not for none, for several, or for a part of one`(template: String, path: String) {
        #expect(!PathTemplate(template).fits(Array(path.utf8)))
    }
}
