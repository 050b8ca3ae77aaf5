// Handlers that are no list of objects, nor one object: how they are read and saved.

import { check } from '../checks.mjs';
import { lists } from './handlers.mjs';
import { only, without } from './values.mjs';
import { pause, Wire } from './wire.mjs';

const all = (wire, entries, task) => Promise.all(entries.map(task)); // by itself, not by way of the pool

export const modes = {
    pages: {
        async load({ wire }, handler) {
            const [client] = await wire.list(handler.list);
            const settings = await wire.must('GET', handler.settings);
            const found = Object.entries(handler.pages).filter(([, member]) => settings[member])
                .map(([name, member]) => ({ name, ...settings[member] }));
            if (!client?.custom_login_page) return found;
            return [{ name: 'login', enabled: client.custom_login_page_on, html: client.custom_login_page }, ...found];
        },
        async save({ wire }, handler, wanted) {
            const login = wanted.find((page) => page.name === 'login');
            if (login) {
                const [client] = await wire.list(handler.list);
                await wire.must('PATCH', `/clients/${client.client_id}`,
                    { custom_login_page: login.html, custom_login_page_on: login.enabled });
            }
            const settings = wanted.filter((page) => page !== login)
                .map((page) => [handler.pages[page.name], without(page, ['name'])]);
            if (settings.length) await wire.must('PATCH', handler.settings, Object.fromEntries(settings));
        },
    },
    // Asked for by every name that there is, all at once; changed, or made where it is not there.
    names: {
        async load({ wire }, handler) {
            const found = await all(wire, handler.names, (name) => wire.call('GET', `${handler.at}/${name}`));
            for (const { status } of found) check(`GET ${handler.at}`, [200, 404].includes(status));
            return found.filter(({ status }) => status === 200).map(({ content }) => content);
        },
        async save({ wire }, handler, wanted) {
            await all(wire, wanted, async (item) => {
                const { status, content } = await wire.call('PATCH', `${handler.at}/${item[handler.key]}`, item);
                if (status === 404) await wire.must('POST', handler.at, item);
                else check(`PATCH ${handler.at}: ${JSON.stringify(content)}`, status, 200);
            });
        },
    },
    listed: {
        load: ({ wire }, handler) => wire.must('GET', handler.one),
        save: ({ wire }, handler, wanted) => all(wire, wanted, (item) =>
            wire.must('PUT', `${handler.one}/${item[handler.key]}`, without(item, [handler.key, ...handler.drop]))),
    },
    paths: {
        async load({ wire }, handler) {
            const found = await all(wire, Object.entries(handler.paths), async ([name, path]) => {
                const value = await wire.must('GET', path);
                if (!Object.values(value ?? {}).some(Boolean)) return undefined;
                return { ...Object.fromEntries(name.split(' ').map((part, i) => [handler.keys[i], part])), ...value };
            });
            return found.filter(Boolean);
        },
        save: ({ wire }, handler, wanted) => all(wire, wanted, (item) => {
            const path = handler.paths[handler.keys.map((key) => item[key]).join(' ')];
            return wire.must('PUT', path, without(item, handler.keys));
        }),
    },
    members: {
        async load({ wire }, handler) {
            const found = await all(wire, Object.entries(handler.members), async ([member, path]) =>
                [member, await wire.must('GET', path)]);
            return Object.fromEntries(found);
        },
        save: ({ wire }, handler, wanted) => all(wire,
            Object.entries(handler.members).filter(([member]) => Object.keys(wanted[member] ?? {}).length),
            ([member, path]) => {
                const key = handler.unset?.[member];
                const set = Object.entries(wanted[member]).filter(([, value]) => !key || !isUnset(value, key));
                return wire.must('PATCH', path, Object.fromEntries(set));
            }),
    },
    templates: {
        load: ({ wire }, handler) => wire.list(handler.list),
        async save({ wire }, handler, wanted) {
            const now = await wire.list(handler.list);
            await wire.pool(wanted, async ({ type, disabled, content }) => {
                const { from, body } = content;
                const id = now.find((other) => other.type === type)?.id;
                const sender = from ? { from } : {};
                const change = { content: { ...sender, body: only(body, ['text', 'voice']) }, disabled };
                const whole = { type, disabled, content: { ...without(content, ['from']), ...sender } };
                if (id) await wire.must('PATCH', `${handler.at}/${id}`, change);
                else await wire.must('POST', handler.at, whole);
            });
        },
    },
    theme: {
        async load({ wire }, handler) {
            const { status, content } = await wire.call('GET', handler.list.path);
            check(`GET ${handler.list.path}`, [200, 404].includes(status));
            return status === 200 ? [content] : [];
        },
        async save(driver, handler, wanted) {
            const [now] = await modes.theme.load(driver, handler);
            const [theme] = wanted;
            if (!theme && now && driver.allowDelete) await driver.wire.must('DELETE', `${handler.at}/${now.themeId}`);
            if (theme && now) await driver.wire.must('PATCH', `${handler.at}/${now.themeId}`, theme);
            if (theme && !now) await driver.wire.must('POST', handler.at, theme);
        },
    },
    // Settings, texts of each language and prompt, partials, and what screens are drawn with.
    prompts: {
        async load({ wire }, handler) {
            const prompts = await wire.must('GET', handler.one);
            const { enabled_locales: languages } = await wire.must('GET', handler.settings);
            const customText = {};
            const pairs = languages.flatMap((language) => handler.texts.map((prompt) => [language, prompt]));
            await wire.pool(pairs, async ([language, prompt]) => {
                const text = await wire.must('GET', `/prompts/${prompt}/custom-text/${language}`);
                if (Object.keys(text).length) (customText[language] ??= {})[prompt] = text;
            });
            const partials = {};
            await wire.pool(handler.partials, async (prompt) => {
                const found = await wire.must('GET', `/prompts/${prompt}/partials`);
                if (Object.keys(found).length) partials[prompt] = found;
            });
            const screens = (await wire.list(handler.rendering)).map((screen) => without(screen, ['tenant']));
            return { ...prompts, customText, partials, screenRenderers: screens };
        },
        async save({ wire }, handler, { customText = {}, partials = {}, screenRenderers = [], ...own }) {
            if (Object.keys(own).length) await wire.must('PATCH', handler.at, own);
            const texts = Object.entries(customText).flatMap(([language, prompts]) =>
                Object.entries(prompts).map(([prompt, text]) => [`/prompts/${prompt}/custom-text/${language}`, text]));
            await wire.pool(texts, ([path, text]) => wire.must('PUT', path, text));
            await wire.pool(Object.entries(partials), ([prompt, value]) =>
                wire.must('PUT', `/prompts/${prompt}/partials`, value));
            await wire.pool(screenRenderers, ({ prompt, screen, ...value }) =>
                wire.must('PATCH', `/prompts/${prompt}/screen/${screen}/rendering`,
                    value.rendering_mode === 'standard' ? only(value, ['rendering_mode']) : value));
        },
    },
    actions: {
        async load({ wire }, handler) {
            const found = (await wire.list(handler.list)) ?? [];
            return found.filter(handler.only).map((action) => ({
                ...only(action, [...handler.members, 'id']),
                deployed: Boolean(action.deployed_version) && action.all_changes_deployed,
                modules: action.modules?.map((module) => only(module, ['module_name', 'module_version_number'])),
            }));
        },
        async save(driver, handler, wanted) {
            const { wire } = driver;
            const now = await modes.actions.load(driver, handler);
            const gone = now.filter((action) => !wanted.some((other) => other.name === action.name));
            if (driver.allowDelete) {
                await wire.pool(gone, ({ id }) => wire.must('DELETE', `/actions/actions/${id}?force=true`));
            }
            const sent = await wire.pool(wanted, async (action) => {
                const body = only(action, handler.members);
                if (action.modules) body.modules = await resolveModules(wire, action.modules);
                const found = now.find((other) => other.name === action.name);
                const made = found
                    ? await wire.must('PATCH', `/actions/actions/${found.id}`, body)
                    : await wire.must('POST', '/actions/actions', body);
                check(`action ${action.name}: is built`, made.status, 'pending');
                return { id: made.id, deployed: action.deployed };
            });
            await wire.list(handler.list);
            await wire.pool(sent.filter(({ deployed }) => deployed), ({ id }) => deploy(wire, id));
        },
    },
    modules: {
        async load({ wire }, handler) {
            const found = (await wire.list(handler.list)) ?? [];
            return found.map((module) => only(module, [...handler.members, 'id', 'all_changes_published']));
        },
        async save(driver, handler, wanted) {
            const { wire } = driver;
            const now = await wire.list(handler.list);
            if (now === undefined) return;
            const gone = now.filter((module) => !wanted.some((other) => other.name === module.name));
            if (driver.allowDelete) await wire.pool(gone, ({ id }) => wire.must('DELETE', `/actions/modules/${id}`));
            await wire.pool(wanted, (module) => {
                const body = only(module, handler.members);
                const found = now.find((other) => other.name === module.name);
                if (!found) return wire.must('POST', '/actions/modules', body);
                return wire.must('PATCH', `/actions/modules/${found.id}`, without(body, ['name']));
            });
            const made = await wire.list(handler.list);
            const changed = made.filter(({ name, all_changes_published: published }) =>
                !published && wanted.some((module) => module.name === name && module.all_changes_published));
            await wire.pool(changed, ({ id }) => wire.must('POST', `/actions/modules/${id}/versions`));
        },
    },
    triggers: {
        async load({ wire }, handler) {
            const { triggers } = await wire.must('GET', handler.one);
            const bindings = {};
            for (const id of new Set(triggers.map((trigger) => trigger.id))) {
                const path = `/actions/triggers/${id}/bindings`;
                const { status, content } = await wire.call('GET', `${path}?page=0&per_page=50`);
                check(`bindings of ${id}`, status, 200);
                if (content.bindings.length) {
                    bindings[id] = content.bindings.map(({ action, display_name }) =>
                        ({ action_name: action.name, display_name }));
                }
            }
            return bindings;
        },
        async save({ wire }, handler, wanted) {
            for (const [id, bindings] of Object.entries(wanted)) {
                const body = bindings.map(({ action_name, display_name }) =>
                    ({ ref: { type: 'action_name', value: action_name }, display_name: display_name ?? action_name }));
                await wire.must('PATCH', `/actions/triggers/${id}/bindings`, { bindings: body });
            }
        },
    },
};

const isUnset = (value, key) => typeof value === 'object' && value !== null
    && (value[key] === '' || !Object.keys(value).length);

// A module's version by its number, over the lists of modules and of versions.
async function resolveModules(wire, references) {
    const modules = await wire.list({ path: '/actions/modules', query: { page: 0, per_page: 100 } });
    return wire.pool(references, async ({ module_name, module_version_number: number }) => {
        const { id } = modules.find((module) => module.name === module_name);
        const path = `/actions/modules/${id}/versions`;
        const versions = await wire.list({ path, query: { page: 0, per_page: 100 } });
        const found = versions.find((version) => version.version_number === number);
        return { module_name, module_version_number: number, module_id: id, module_version_id: found?.id };
    });
}

// Deploys without a read before: while it is not built it is tried again, by the text of the refusal.
async function deploy(wire, id) {
    for (let left = 60; left > 0; left -= 1) {
        const { status, content } = await wire.call('POST', `/actions/actions/${id}/deploy`);
        if (status !== 400 || !content.message.includes("must be in the 'built' state")) {
            return check(`action ${id}: deployed ${JSON.stringify(content).slice(0, 200)}`, status, 200);
        }
        await pause(20); // of the two seconds that the real one waits
    }
    return check(`action ${id}: built`, false);
}
