import HTTPCore
import Routing
import Testing

@Suite struct RoutingTests {
    private static let names = ["a", "post a", "one", "special", "two", "c", "rest"]
    private static let router: Router = {
        var router = Router()
        router.add(.get, "/a", route: 0)
        router.add(.post, "/a", route: 1)
        router.add(.get, "/a/{id}", route: 2)
        router.add(.get, "/a/special", route: 3)
        router.add(.get, "/a/{id}/b/{other}", route: 4)
        router.add(.get, "/a/special/c", route: 5)
        router.add(.get, "/all/{rest...}", route: 6)
        return router
    }()

    private func match(_ path: String, _ method: HTTPMethod = .get) -> String? {
        Self.router.match(method, Array(path.utf8)).map {
            ([Self.names[$0.route]] + $0.parameters).joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("/a", "a"), ("/a/7", "one 7"), ("/a/special", "special"), ("/a/special/b/2", "two special 2"),
        ("/a/special/c", "c"), ("/a/x%20y", "one x y"), ("/a/a%2Fb", "one a/b"), ("/a/%C3%A9", "one é"),
        ("/all/x", "rest x"), ("/all/x/y%20z/", "rest x/y z/"),
    ])
    func `a path finds its route, literals first`(path: String, found: String) {
        #expect(match(path) == found)
    }

    /// The prefix is anything: who asks has looked at it.
    @Test(arguments: [
        ("/p/q", 4, 0), ("/p/q/", 4, nil), ("/p/q/a", 4, 1), ("/p/q/a/7", 4, nil), ("/p/q/a", 2, nil), ("/a", 0, 1),
        ("", 0, nil),
    ])
    func `templates may be of what is below a prefix, and an empty one of the prefix itself`(
        path: String, start: Int, found: Int?
    ) {
        var router = Router()
        router.add(.get, "", route: 0)
        router.add(.get, "/a", route: 1)
        #expect(router.match(.get, Array(path.utf8), from: start)?.route == found)
    }

    @Test(arguments: [
        "/", "", "a", "/A", "/a/", "/a//b/2", "/a/1/b", "/a/%zz", "/a/%", "/a/%ff", "/a/1/b/2/3", "/all", "/all/",
    ])
    func `other paths find none`(path: String) {
        #expect(match(path) == nil)
    }

    @Test func `the method is part of the route`() {
        #expect(match("/a", .post) == "post a")
        #expect(match("/a", .delete) == nil)
        #expect(match("/a/1", .post) == nil)
    }

    @Test func `segments that end alike are told apart`() {
        var router = Router()
        router.add(.get, "/first-segment", route: 0)
        router.add(.get, "/other-segment", route: 1)
        router.add(.get, "/-segment", route: 2)
        for (path, route) in [
            ("/first-segment", 0), ("/other-segment", 1), ("/-segment", 2), ("/third-segment", nil),
            ("/x-segment", nil), ("/\0-segment", nil), ("/segment", nil), ("/\0segment", nil),
        ] {
            #expect(router.match(.get, Array(path.utf8))?.route == route, "\(path)")
        }
    }

    @Test func `query items are decoded in order, and broken ones refused`() throws {
        let items = try #require(QueryItems(Array("a=1&b=x+y%26&a=&c&=d&&".utf8))?.items)
        #expect(items.map { "\($0.name)=\($0.value)" } == ["a=1", "b=x y&", "a=", "c=", "=d"])
        #expect(QueryItems(Array("a=%".utf8)) == nil)
        #expect(QueryItems(Array("a=%ff".utf8)) == nil)
    }
}
