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
        ("/a|b", "/a%7Cb", true), ("/a%7cb", "/a|b", true), ("/a%7cb", "/a%7Cb", true), ("/%zz", "/%zz", true),
        ("/a%2525", "/a%25", false), ("/a/b", "/a%2Fb", false),
    ])
    func `segments are compared decoded`(template: String, path: String, fits: Bool) {
        #expect(PathTemplate(template).fits(Array(path.utf8)) == fits)
    }

    @Test(arguments: [
        ("/a/{id}", "/a/{other}", true), ("/a/b", "/a/{id}", true), ("/{x}/b", "/a/{id}", true), ("/a", "/b", false),
        ("/a/", "/a/{id}", false), ("/a/{id}", "/a", false),
    ])
    func `two templates meet where a path fits both`(one: String, other: String, meet: Bool) {
        #expect(PathTemplate(one).meets(PathTemplate(other)) == meet)
        #expect(PathTemplate(other).meets(PathTemplate(one)) == meet)
    }

    @Test(arguments: [
        ("/a/{id}/b", "/a//b"), ("/a/{id}", "/a/1/"), ("/a/{id}", "/a"), ("/a", "/A"), ("/{a", "/b"), ("/{a}x", "/bx"),
    ])
    func `not for none, for several, or for a part of one`(template: String, path: String) {
        #expect(!PathTemplate(template).fits(Array(path.utf8)))
    }
}
