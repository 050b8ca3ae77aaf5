// The deploy CLI's imports and exports of a whole tenant, call by call, as it sends them by way of node-auth0.
//
//     node calls_deploy_cli.mjs       run by `localtenant exec --auth strict --client ID:SECRET`
//
// A tenant is seeded with the configuration in deploy/tenant.json and exported: all is found. What was exported is
// imported into a tenant that has only what a new one has: both are the same. Imported once more, nothing changes but
// what an import always writes anew. At the end all of it is deleted, by an import of nothing with AUTH0_ALLOW_DELETE.
// The last line is `N passed, N failed`.

import { readFileSync } from 'node:fs';

import { check, finish } from './checks.mjs';
import { Driver } from './deploy/driver.mjs';
import { handlers } from './deploy/handlers.mjs';
import { sorted } from './deploy/values.mjs';

const text = readFileSync(new URL('./deploy/tenant.json', import.meta.url), 'utf8');
const wanted = JSON.parse(text);

// What people call an object of a kind.
const TITLES = ['name', 'template', 'key', 'displayName', 'description', 'domain', 'type', 'consumer_selector',
    'action_name', 'permission_name', 'screen', 'event_type', 'value'];
const title = (item) => TITLES.map((name) => item[name]).find(Boolean) ?? `${item.client_id} ${item.audience}`;

const isObject = (value) => typeof value === 'object' && value !== null;

// What every object of the first has, the second has, too.
function holds(place, first, second) {
    if (Array.isArray(first) && first.every((item) => isObject(item) && !Array.isArray(item))) {
        for (const [index, item] of first.entries()) {
            const found = second?.find?.((other) => title(other) === title(item));
            if (!found) return check(`${place}[${index}]: ${title(item)} is there`, false);
            holds(`${place}[${title(item)}]`, item, found);
        }
    } else if (isObject(first) && !Array.isArray(first)) {
        for (const [name, value] of Object.entries(first)) holds(`${place}.${name}`, value, second?.[name]);
    } else {
        check(place, sorted(second), sorted(first));
    }
}

// Where two values differ.
function differences(one, other, place = '') {
    if (!isObject(one) || !isObject(other)) {
        return one === other ? [] : [`${place}: ${JSON.stringify(one)}, expected ${JSON.stringify(other)}`];
    }
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
        .flatMap((name) => differences(one[name], other[name], `${place}.${name}`));
}

// Secrets do not come out: a user keeps them elsewhere, and gives them back by keywords.
function withoutSecrets(configuration) {
    const result = structuredClone(configuration);
    for (const { kind, hidden } of handlers) {
        for (const item of [result[kind] ?? []].flat()) for (const member of hidden) delete item[member];
    }
    for (const client of result.clients) {
        for (const method of Object.values(client.client_authentication_methods ?? {})) {
            for (const key of method.credentials) delete key.pem;
        }
    }
    for (const hook of result.hooks) delete hook.secrets;
    delete result.rulesConfigs;
    return result;
}

function withSecrets(configuration) {
    for (const { kind, hidden } of handlers) {
        for (const item of [configuration[kind] ?? []].flat()) {
            const own = [wanted[kind] ?? []].flat().find((other) => title(other) === title(item));
            for (const member of hidden) if (own?.[member] !== undefined) item[member] = own[member];
        }
    }
    for (const kind of ['clients', 'hooks']) {
        for (const item of configuration[kind]) {
            const own = wanted[kind].find((other) => other.name === item.name);
            for (const member of ['client_authentication_methods', 'secrets']) {
                if (own?.[member] !== undefined) item[member] = own[member];
            }
        }
    }
    configuration.rulesConfigs = wanted.rulesConfigs;
    return configuration;
}

// A tenant without what no two tenants have in common: ids and times.
async function state(driver) {
    const own = ['id', 'kid', 'client_id', 'custom_domain_id', 'themeId', 'action_id', 'module_id',
        'module_version_id'];
    const text = await driver.wire.control('GET', '/export?format=objects');
    const isName = (value) => wanted.clients.concat(wanted.actions).some(({ name }) => name === value);
    return sorted(JSON.parse(text, (key, value) =>
        (own.includes(key) && !isName(value)) || key.endsWith('_at') ? undefined : value));
}

const source = new Driver('source');
await source.wire.control('PUT', '/seed', text);
await source.wire.login();
const exported = await source.export();
holds('exported', withoutSecrets(wanted), exported);

const target = new Driver('target', { allowDelete: true });
await target.wire.login();
await target.wire.control('PATCH', '/settings', { build: { reads: 2 } });
const configuration = withSecrets(exported);
await target.import(configuration);
const [seeded, imported] = [await state(source), await state(target)];
// What a new tenant has of itself is told of once it was touched.
const own = wanted.phoneTemplates.map(({ type }) => type);
imported.phone_templates = imported.phone_templates.filter(({ type }) => own.includes(type));
imported.clients = imported.clients.filter(({ name }) => name !== 'Default App');
for (const section of new Set([...Object.keys(seeded), ...Object.keys(imported)])) {
    check(`imported: ${section}`, differences(imported[section], seeded[section]), []);
}

// Once more: nothing is made and nothing deleted, and all is as it was, but for what an import writes anew: times,
// versions of what it deploys, roles' permissions, ids of bindings, and what a vault tells of a secret.
await target.wire.control('PUT', '/snapshots/once');
target.wire.writes = [];
await target.import(withSecrets(await target.export()));
const isAnew = (call) => /\/deploy$|^(POST|DELETE) \/roles\/[^/]+\/permissions$/.test(call);
const surprising = target.wire.writes.filter((call) => /^(POST|DELETE)/.test(call) && !isAnew(call));
check('again: nothing made, nothing deleted', surprising, []);
const { changes } = JSON.parse(await target.wire.control('GET', '/diff?from=once'));
check('again: changes alone', changes.filter(({ change }) => change !== 'updated'), []);
const ANEW = /\/updated_(at|on)$|^\/versions\/\d+$|^\/bindings\/\d+\/id$|^\/fingerprint$/;
check('again: no other members', changes.flatMap(({ members }) => members).filter(({ path }) => !ANEW.test(path)), []);
check('again: something', changes.length > 10);

// Too many requests: tried again by the reset.
const fault = { method: 'GET', urlPathTemplate: '/api/v2/actions/modules', status: 429, times: 2 };
await target.wire.control('POST', '/faults', fault);
const before = target.wire.attempts;
await target.existing(handlers.find(({ kind }) => kind === 'actionModules'));
check('429: tried again', target.wire.attempts - before, 3);

// A configuration of nothing with AUTH0_ALLOW_DELETE: all that can be deleted is gone.
const kinds = Object.keys(wanted).filter((kind) => Array.isArray(wanted[kind]));
const nothing = Object.fromEntries(kinds.map((kind) => [kind, []]));
delete nothing.phoneTemplates; // The service's own, which nobody can delete.
// Modules come before actions, and may not be in use.
await target.import({ actions: [], triggers: { 'post-login': [] } });
await target.import(nothing);
const left = await target.export();
const stays = /^(pages|emailTemplates|guardianFactor.*)$/;
for (const kind of Object.keys(nothing).filter((name) => !stays.test(name))) {
    check(`deleted: ${kind}`, (left[kind] ?? []).map(title), []);
}

// A tenant without a feature: its refusal has the CLI pass it over.
await target.wire.control('PATCH', '/settings', { modules_enabled: false });
const refused = await target.wire.list(handlers.find(({ kind }) => kind === 'actionModules').list);
check('not enabled: passed over', refused === undefined);

// Lists of several pages, by number and by place: nothing is lost, nothing comes twice.
const MANY = { clients: 230, roles: 130, organizations: 120, connections: 110, resource_servers: 210 };
const made = (section, number) => ({
    name: `n${number}`,
    ...(section === 'connections' && { strategy: 'google-oauth2' }),
    ...(section === 'resource_servers' && { identifier: `urn:${number}` }),
});
const many = Object.fromEntries(Object.entries(MANY).map(([section, count]) =>
    [section, [...Array(count).keys()].map((number) => made(section, number))]));
const wide = new Driver('wide');
await wide.wire.control('PUT', '/seed', many);
await wide.wire.login();
for (const [section, kind] of [['clients', 'clients'], ['roles', 'roles'], ['organizations', 'organizations'],
    ['connections', 'connections'], ['resource_servers', 'resourceServers']]) {
    const { list } = handlers.find((handler) => handler.kind === kind);
    const names = (await wide.wire.list(list)).map(({ name }) => name).filter((name) => /^n\d+$/.test(name));
    check(`many: ${section}`, [names.length, new Set(names).size], [MANY[section], MANY[section]]);
}
finish();
