import JSON
import Resources
import Tenancy
import TestSupport

/// Families of the tests' own: one of each shape, so that the engine is held by what it says and not by what the
/// service's families happen to use of it.
enum Heaven {
    static let taken = Refusal(409, "{id} is taken", .own)
    static let unknownStar = Refusal(400, "no star {id}", .own)
    static let watched = Refusal(409, "{id} is watched", .own)
    static let noPlanet = Refusal(404, "no planet {id}", .own)

    static let catalogue = Catalogue([planets, others])

    static let planets = Family(
        GeneratedFamily(
            name: "planets", firstNumber: 0,
            operations: """
                GET /planets get_planets read:planets - q document
                POST /planets post_planets create:planets body - document
                GET /planets/{planet_id} get_planet read:planets - - document
                DELETE /planets/{planet_id} delete_planet delete:planets,delete:all - - document
                POST /planets/{id}/visit visit - optional - recording
                GET /planets/{id}/map get_map - - - recording
                """,
            schemas: #"""
                {"get_planets.query":{"t":"o","p":{"page":{"t":"i"}}},
                "post_planets.body":{"t":"o","x":0,"r":["name"],"p":{"name":{"t":"s"}}}}
                """#),
        [planet, moon, flag],
        relations: [Relation("planets/stars", from: "planets", to: "stars")],
        acts: [
            "visit": { (call, tenant) throws(Refusal) in
                let planet = try Heaven.planet.document(call, &tenant)
                tenant.withLinks("planets/stars") { _ = $0.tie(planet.id, "Sol", at: call.now) }
                return Answer(202)
            },
            "nobody": { (_, _) throws(Refusal) in Answer(200) },
        ])

    private static let planet = Resource(
        "planets", .collection(.letters(prefix: "pla_", 16)), order: .members("id name code kind"),
        nested: ["orbit": "axis days"],
        defaults: [
            .init(#"{"kind":"rock"}"#), .init(#"{"rings":false}"#, since: Day(rawValue: "2026-01-01")),
            .init(#"{"rings":true,"age":1}"#, since: Day(rawValue: "2026-02-01")),
        ],
        stamps: .init(), sealed: ["core", "shell.code"],
        keys: [.init("name", taken: taken), .init("code", folded: true, taken: taken)],
        indexed: ["kind", "colours", "core"],
        patch: .init(shallow: "tags", deep: "orbit", keepsNull: "note"), statuses: .init(create: 201, update: 202),
        removal: .init(status: 200, body: "{}", isIdempotent: false),
        list: ListForm(
            "planets", offset: "start limit total planets", cursor: "planets next", defaultSize: 3,
            filters: [
                .init("kind"), .init("part", member: "name", .contains), .init("colour", member: "colours", .has),
                .init("age"),
            ], fields: .picked(always: ["id"])),
        missing: noPlanet)

    private static let moon = Resource(
        "planets/moons", path: "planets/{id}/moons", .collection(.uuid),
        keys: [.init("name", folded: true, taken: taken)],
        references: [
            .init("star", to: "stars", unknown: unknownStar, onRemove: .cascade),
            .init("seen_from", to: "stars", onRemove: .forget),
        ],
        list: ListForm("moons", order: .member("name", folded: true)), parent: "planets")

    private static let flag = Resource(
        "planets/flag", path: "planets/{id}/flag", .keyed(unset: "{}"), defaults: [.init(#"{"up":true}"#)],
        parent: "planets")

    private static let others = Family(
        GeneratedFamily(name: "others", firstNumber: 6, operations: "", schemas: "{}"), loose + formed)

    private static let loose: [Resource] = [
        Resource("stars", .collection(.member("name"), member: "name"), keys: [.init("name", taken: taken)]),
        Resource(
            "probes", .collection(.ulid),
            references: [.init("planet", to: "planets", unknown: unknownStar, onRemove: .refuse(watched))],
            limit: (3, Refusal(403, "too many", .own)), list: ListForm("probes", order: .newestFirst)),
        Resource(
            "sky", .singleton(#"{"colour":"blue","wind":{"a":{"b":1}}}"#), sealed: ["key"], patch: .init(deep: "*")),
        Resource("weather", path: "weather/{city}", .keyed(unset: nil), stamps: .init(created: nil, digits: 6)),
    ]

    private static let formed: [Resource] = forms.map { form in
        Resource("forms/\(form.name)", .collection(form.form), rules: FormRules(name: form.name))
    }

    /// Every form of ids, and what they look like.
    static let forms: [(name: String, form: IDForm, pattern: String)] = [
        ("base58", .base58(prefix: "b_"), "b_[1-9A-HJ-NP-Za-km-z]{22}"),
        ("timed", .timedBase58(prefix: "t_", digits: 21), "t_[1-9A-HJ-NP-Za-km-z]{21}"),
        ("letters", .letters(prefix: "l_", 16), "l_[A-Za-z0-9]{16}"), ("object", .objectID, "[0-9a-f]{24}"),
        ("uuid", .uuid, "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
        ("ulid", .ulid, "[0-9A-HJKMNP-TV-Z]{26}"), ("counter", .counter(prefix: "c_", digits: 4), "c_000[1-9]"),
        ("member", .member("name"), "form [0-9]"), ("rules", .rules, "by rules: form [0-9]"),
    ]
}

/// Makes the ids of the one resource that leaves them to it.
private struct FormRules: ResourceRules {
    let name: String

    func id(_ draft: JSONTree, _ write: Write, _ tenant: Tenant) -> String? {
        name == "rules" ? "by rules: " + (draft["name"]?.string ?? "") : nil
    }
}

/// A tenant with the tests' families.
struct HeavenFixture {
    var tenant: Tenant
    var settings = TenantSettings()
    private let manual = ManualWorld()
    private let world: TenantWorld

    struct Reply {
        let status: Int
        let text: String

        var body: JSONTree { JSONTree(text: text) }
        var id: String { body["id"]?.string ?? "" }
        subscript(path: String) -> JSONTree? { body[path: path] }
        /// The members' names.
        var names: [String] { body.members?.map(\.key) ?? [] }
    }

    init() {
        tenant = Tenant(settings: settings)
        tenant.initialDocuments = InitialDocuments { name, tenant in
            Heaven.catalogue.resource(name)?.initialDocuments(tenant.facts, tenant.settings.tenantObjects) ?? []
        }
        world = TenantWorld(manual.world)
    }

    func call(_ parameters: [String] = [], query: String? = nil, body: String? = nil) -> ResourceCall {
        ResourceCall(
            parameters: parameters, query: query.flatMap { try? JSONParser.parse(Array($0.utf8)) },
            body: body.map { JSONTree(text: $0) }, now: manual.now(), world: world, scheme: "http://", authority: "a",
            settings: Shared(settings), catalogue: Heaven.catalogue)
    }

    /// Does something to the resource, or to the document that the parameters name.
    @discardableResult
    mutating func send(
        _ verb: Verb, _ name: String, _ parameters: String..., body: String? = nil, query: String? = nil
    ) -> Reply {
        guard let resource = Heaven.catalogue.resource(name) else { return Reply(status: 0, text: "") }
        do throws(Refusal) {
            let answer = try resource.perform(verb, call(parameters, query: query, body: body), &tenant)
            return Reply(status: answer.status, text: String(decoding: answer.body, as: UTF8.self))
        } catch {
            return Reply(status: error.status, text: error.message)
        }
    }
}
