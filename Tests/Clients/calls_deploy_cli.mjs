// The calls of the deploy CLI, as it sends them by way of node-auth0 and fetch: an import, another one, a deletion.
//
//     node calls_deploy_cli.mjs       run by `localtenant exec --auth strict --client ID:SECRET`
//
// The order of calls is that of the actions reference 6 (CLIENT), retries those of the clients reference 2 and 4.
// The last line is `N passed, N failed`.

import { check, finish } from './checks.mjs';

const domain = process.env.AUTH0_DOMAIN;
const info = { name: 'node-auth0', version: '6.2.0', env: { node: process.versions.node } };
const headers = {
    'User-agent': `deploy-cli/8.30.0 (node.js/${process.versions.node})`,
    'Auth0-Client': Buffer.from(JSON.stringify(info)).toString('base64url'),
};
let attempts = 0;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A form with the credentials in it; no Basic.
async function login() {
    const form = new URLSearchParams({
        client_id: process.env.AUTH0_CLIENT_ID,
        client_secret: process.env.AUTH0_CLIENT_SECRET,
        grant_type: 'client_credentials',
        audience: `https://${domain}/api/v2/`,
    });
    const answer = await fetch(`https://${domain}/oauth/token`, { method: 'POST', headers, body: form });
    const { access_token, expires_in } = await answer.json();
    check('token', [answer.status, expires_in > 10], [200, true]);
    headers.Authorization = `Bearer ${access_token}`;
}

// Tries again after 408, 429 and 5xx, up to ten times: by Retry-After, else by X-RateLimit-Reset, else after a second.
// A POST of nothing has neither content nor content type.
async function call(method, path, body) {
    for (let left = 10; ; left -= 1) {
        attempts += 1;
        const answer = await fetch(`https://${domain}/api/v2${path}`, {
            method,
            headers: body ? { ...headers, 'Content-Type': 'application/json' } : headers,
            body: body && JSON.stringify(body),
        });
        if (left > 0 && ([408, 429].includes(answer.status) || answer.status >= 500)) {
            await answer.arrayBuffer();
            const after = answer.headers.get('retry-after');
            const reset = answer.headers.get('x-ratelimit-reset');
            const seconds = after ? Number(after) : reset ? Number(reset) - Date.now() / 1000 : 1;
            check(`${path}: a wait that ends`, seconds < 10);
            await pause(Math.max(0, seconds * 1000));
            continue;
        }
        const text = await answer.text();
        return { status: answer.status, content: text ? JSON.parse(text) : undefined };
    }
}

// The number of pages is computed from the total that the first one tells; where none is told, there is one.
async function list(path, key) {
    const first = await call('GET', `${path}?page=0&per_page=100`);
    check(`${path}: listed`, first.status, 200);
    const items = first.content[key];
    for (let page = 1; page < Math.ceil((first.content.total ?? 0) / 100); page += 1) {
        items.push(...(await call('GET', `${path}?page=${page}&per_page=100`)).content[key]);
    }
    return items;
}

async function importModules(wanted) {
    const existing = await list('/actions/modules', 'modules');
    for (const { name, all_changes_published: published, ...content } of wanted) {
        const found = existing.find((module) => module.name === name);
        const answer = found
            ? await call('PATCH', `/actions/modules/${found.id}`, content)
            : await call('POST', '/actions/modules', { name, ...content });
        check(`module ${name}: sent`, answer.status, found ? 200 : 201);
    }
    const now = await list('/actions/modules', 'modules');
    for (const { name } of wanted.filter((module) => module.all_changes_published)) {
        const { id } = now.find((module) => module.name === name);
        check(`module ${name}: published`, (await call('POST', `/actions/modules/${id}/versions`)).status, 200);
    }
}

// A module's version by its number, over the lists of modules and of versions.
async function resolve(name, number) {
    const { id } = (await list('/actions/modules', 'modules')).find((module) => module.name === name);
    const versions = await list(`/actions/modules/${id}/versions`, 'versions');
    const { id: versionID } = versions.find((version) => version.version_number === number);
    return { module_name: name, module_version_number: number, module_id: id, module_version_id: versionID };
}

// Deploys without a read before: while it is not built it is tried again, by the text of the refusal.
async function deploy(id) {
    for (let left = 60; left > 0; left -= 1) {
        const answer = await call('POST', `/actions/actions/${id}/deploy`);
        if (answer.status !== 400 || !answer.content.message.includes("must be in the 'built' state")) return answer;
        await pause(20); // of the two seconds that the real one waits
    }
    return { status: 'never built' };
}

async function importActions(wanted) {
    const existing = await list('/actions/actions', 'actions');
    const sent = [];
    for (const action of wanted) {
        const found = existing.find((other) => other.name === action.name);
        const answer = found
            ? await call('PATCH', `/actions/actions/${found.id}`, action)
            : await call('POST', '/actions/actions', action);
        check(`action ${action.name}: sent`, [answer.status, answer.content.status], [found ? 200 : 201, 'pending']);
        sent.push(answer.content.id);
    }
    for (const id of sent) {
        const deployed = await deploy(id);
        check('action: deployed', [deployed.status, deployed.content?.id?.length], [200, 36]);
    }
    return sent;
}

async function importTriggers(bindings) {
    const { content } = await call('GET', '/actions/triggers');
    for (const id of new Set(content.triggers.map((trigger) => trigger.id))) {
        check(`bindings of ${id}`, (await call('GET', `/actions/triggers/${id}/bindings?page=0&per_page=50`)).status, 200);
    }
    const body = { bindings: bindings.map((name) => ({ ref: { type: 'action_name', value: name }, display_name: name })) };
    const bound = await call('PATCH', '/actions/triggers/post-login/bindings', body);
    check('triggers: bound', [bound.status, bound.content.bindings?.map((b) => b.action.name)], [200, bindings]);
}

async function control(method, path, body) {
    const url = `${process.env.LOCALTENANT_URL}/__admin${path}`;
    check(path, (await fetch(url, { method, body: body && JSON.stringify(body) })).ok);
}

const modules = (code) => [
    {
        name: 'deployed-module',
        code,
        dependencies: [{ name: 'lodash', version: '4.17.21' }],
        secrets: [{ name: 'API_KEY', value: 'not-to-be-seen' }],
        all_changes_published: true,
    },
    { name: 'draft-module', code, dependencies: [], secrets: [], all_changes_published: false },
];
const action = (code, reference) => ({
    name: 'deployed-action',
    code,
    dependencies: [],
    runtime: 'node22',
    secrets: [{ name: 'FOO', value: 'bar' }],
    supported_triggers: [{ id: 'post-login', version: 'v3' }],
    modules: [reference],
});

await control('PATCH', '/settings', { build: { reads: 3 } });
await login();
// Modules before actions before triggers, twice: the second import changes what the first one made.
for (const number of [1, 2]) {
    await importModules(modules(`module.exports = ${number};`));
    const reference = await resolve('deployed-module', number);
    await importActions([action(`exports.onExecutePostLogin = async () => ${number};`, reference)]);
    await importTriggers(['deployed-action']);
}
const [deployed] = await list('/actions/actions', 'actions');
check('action: uses the second version', deployed.modules?.[0].module_version_number, 2);

const fault = { method: 'GET', urlPathTemplate: '/api/v2/actions/modules', status: 429, times: 2 };
await control('POST', '/faults', fault);
const before = attempts;
const left = await list('/actions/modules', 'modules');
check('429: tried again by the reset', attempts - before, 3);

// AUTH0_ALLOW_DELETE: actions by force, although they are bound; then modules.
check('action: deleted', (await call('DELETE', `/actions/actions/${deployed.id}?force=true`)).status, 204);
for (const { id } of left) check('module: deleted', (await call('DELETE', `/actions/modules/${id}`)).status, 204);

// A tenant without the feature: the list's refusal has it skip modules.
await control('PATCH', '/settings', { modules_enabled: false });
const refused = await call('GET', '/actions/modules?page=0&per_page=100');
check('not enabled: skipped', [403, 404, 501].includes(refused.status));
finish();
