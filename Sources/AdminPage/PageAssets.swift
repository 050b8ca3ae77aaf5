/// The files of the page, which the build puts into the program.
package enum PageAssets {
    private static let all = files.reduce(into: [String: PageAsset]()) { all, file in
        all[file.0] = PageAsset(file.0, file.1)
    }

    private static let files = [
        ("index.html", PackageResources.index_html),
        ("page.css", PackageResources.page_css),
        ("action.js", PackageResources.action_js),
        ("actions.js", PackageResources.actions_js),
        ("api.js", PackageResources.api_js),
        ("clock.js", PackageResources.clock_js),
        ("collection.js", PackageResources.collection_js),
        ("curl.js", PackageResources.curl_js),
        ("deliveries.js", PackageResources.deliveries_js),
        ("dialogs.js", PackageResources.dialogs_js),
        ("diff.js", PackageResources.diff_js),
        ("dom.js", PackageResources.dom_js),
        ("editor.js", PackageResources.editor_js),
        ("families.js", PackageResources.families_js),
        ("faults.js", PackageResources.faults_js),
        ("guards.js", PackageResources.guards_js),
        ("jsontext.js", PackageResources.jsontext_js),
        ("listing.js", PackageResources.listing_js),
        ("live.js", PackageResources.live_js),
        ("logs.js", PackageResources.logs_js),
        ("main.js", PackageResources.main_js),
        ("messages.js", PackageResources.messages_js),
        ("module.js", PackageResources.module_js),
        ("modules.js", PackageResources.modules_js),
        ("object.js", PackageResources.object_js),
        ("objects.js", PackageResources.objects_js),
        ("operations.js", PackageResources.operations_js),
        ("parts.js", PackageResources.parts_js),
        ("reasons.js", PackageResources.reasons_js),
        ("requests.js", PackageResources.requests_js),
        ("revisions.js", PackageResources.revisions_js),
        ("run.js", PackageResources.run_js),
        ("runs.js", PackageResources.runs_js),
        ("snapshots.js", PackageResources.snapshots_js),
        ("start.js", PackageResources.start_js),
        ("switches.js", PackageResources.switches_js),
        ("tenants.js", PackageResources.tenants_js),
        ("text.js", PackageResources.text_js),
        ("trigger.js", PackageResources.trigger_js),
        ("triggers.js", PackageResources.triggers_js),
    ]

    /// - Returns: nil when the page has no such file.
    package static func named(_ name: String) -> PageAsset? { all[name] }
}
