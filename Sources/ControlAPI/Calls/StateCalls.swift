import Faults
import HTTPCore
import JSON
import Journal
import Formats
import Resources
import Tenancy
import YAML

/// What a tenant begins with, what it holds, and the way back.
enum StateCalls {
    static let all = [
        ControlOperation(
            .post, "/__admin/reset",
            "back to the start: content, settings, clock, ids, no requests, no faults; snapshots stay",
            perform: reset),
        ControlOperation(
            .put, "/__admin/seed",
            "gives a tenant another start and begins there; with `?tenant=*` also tenants to come",
            perform: seed),
        ControlOperation(
            .get, "/__admin/export",
            "what a tenant holds, as a seed; with `?format=objects` in the words of requests, names for ids, with "
                + "`state` as what `diff` compares, with `deploy-cli` as `tenant.yaml`, with `deploy-cli-folder` as a "
                + "tar archive of the folder, with `terraform` as HCL with import blocks; `?secrets=true` shows "
                + "values of secrets, but not with `state`, `?snapshot=NAME` a snapshot",
            perform: export),
    ]

    private static func reset(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        for tenant in try call.tenants() {
            tenant.reset()
            call.responder.journal.reset(tenant.name)
            call.responder.faults.reset(tenant.name)
            call.responder.wake(tenant.name)
        }
        return ControlResponse.empty
    }

    /// The seed is read once before it makes a tenant, and every tenant's before the first one changes.
    private static func seed(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let (document, isYAML) = try document(call)
        let startOfTenants = try start(
            document, isYAML, call.directory.startOfTenants.settings, call, TenantWorld(call.responder.world),
            checks: true)
        var starts: [(tenant: TenantHandle, start: Tenant)] = []
        for tenant in try call.tenants() {
            let settings = tenant.start.settings
            starts.append((tenant, try start(document, isYAML, settings, call, tenant.world, checks: false)))
        }
        if call.isForAll { call.directory.startOfTenants = startOfTenants }
        for (tenant, start) in starts {
            tenant.begin(with: start, isOwn: !call.isForAll)
            call.responder.wake(tenant.name)
        }
        return ControlResponse.empty
    }

    /// The content as it is read, and whether it was YAML; it is JSON unless its type says so.
    private static func document(_ call: ControlCall) throws(ControlError) -> (JSONValue, isYAML: Bool) {
        guard let type = call.request.fields[.contentType], type.lowercased().contains("yaml") else {
            return (try call.object(), false)
        }
        do throws(YAMLError) {
            return (try YAMLReader.read(call.request.body), true)
        } catch {
            throw ControlError(.badRequest, "The content is not YAML as seeds have it: \(error).")
        }
    }

    private static func start(
        _ document: JSONValue, _ isYAML: Bool, _ settings: TenantSettings, _ call: ControlCall,
        _ world: TenantWorld, checks: Bool
    ) throws(ControlError) -> Tenant {
        var settings = settings
        // Not those of an earlier seed.
        (settings.clients, settings.apis) = (call.directory.configuredClients, call.directory.configuredAPIs)
        do throws(SeedError) {
            return try Seed.start(
                document, isYAML: isYAML, settings, world, call.responder.objects(), checks: checks
            ) { (path) throws(SeedError) in
                throw SeedError("", "the code is in a file, \(path.name), which a call does not bring; put it in place")
            }.tenant
        } catch {
            throw ControlError(.badRequest, "The seed is not taken: \(error).")
        }
    }

    private static func export(_ call: ControlCall) throws(ControlError) -> HTTPResponse {
        let tenant = try call.state(call[item: "snapshot"], of: try call.oneTenant())
        let showsSecrets = call.isSet("secrets")
        switch call[item: "format"] {
        case nil, "seed":
            return ControlResponse.json {
                $0.seed(tenant, showsSecrets: showsSecrets) { [catalogue = call.responder.catalogue()] resource in
                    catalogue.resource(resource)?.secrets ?? []
                }
            }
        case "state":
            return ControlResponse.json {
                $0.objects(TenantDiff(of: tenant, since: nil, call.responder.catalogue()).families)
            }
        case "objects":
            return ControlResponse.json {
                $0.seed(tenant, showsSecrets: showsSecrets, as: call.responder.objects())
            }
        case "deploy-cli":
            return document(
                "application/yaml",
                Array(DeployDocument.yaml(tenant, call.responder.objects(), showsSecrets: showsSecrets).utf8))
        case "deploy-cli-folder":
            return document(
                "application/x-tar", DeployFolder.archive(tenant, call.responder.objects(), showsSecrets: showsSecrets))
        case "terraform":
            let hcl = TerraformDocument.hcl(tenant, call.responder.objects(), showsSecrets: showsSecrets)
            return document("text/plain; charset=utf-8", Array(hcl.utf8))
        case let format?:
            throw ControlError(
                .badRequest,
                "There is no format \(format); there are seed, objects, state, deploy-cli, deploy-cli-folder, "
                    + "terraform.")
        }
    }

    private static func document(_ type: String, _ body: [UInt8]) -> HTTPResponse {
        HTTPResponse(
            status: .ok, fields: [HTTPField("content-type", type), HTTPField("cache-control", "no-store")], body: body)
    }
}
