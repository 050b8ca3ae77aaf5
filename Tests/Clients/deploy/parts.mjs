// What objects have that calls of their own change: how it is read with them, named, and saved after them.

import { copy, only, without } from './values.mjs';

const path = (part, id) => part.path.replace('{id}', id);
const each = (driver, items, part, member, read) => driver.wire.pool(items, async (item) => {
    if (part.of && !part.of.includes(item.strategy)) return;
    const value = await read(item);
    if (value !== undefined) item[member] = value;
});

export const parts = {
    // The clients of a connection: those to come and those to go, fifty in a call, unless they are the same.
    enabled: {
        load: (driver, handler, part, member, items) => each(driver, items, part, member, async (item) => {
            const found = await driver.wire.nextPages({ path: path(part, item.id), query: { take: 100 } });
            return found.length ? found.map((client) => client.client_id) : undefined;
        }),
        async save(driver, part, id, wanted, before = []) {
            if (!wanted?.length) return;
            const gone = before.filter((client) => !wanted.includes(client));
            if (!gone.length && wanted.length === before.length) return;
            const changes = [
                ...wanted.map((client) => ({ client_id: client, status: true })),
                ...gone.map((client) => ({ client_id: client, status: false })),
            ];
            for (let start = 0; start < changes.length; start += 50) {
                await driver.wire.must('PATCH', path(part, id), changes.slice(start, start + 50));
            }
        },
    },
    // One object: made, changed, or deleted.
    one: {
        async load(driver, handler, part, member, items) {
            const listed = part.listed && (await driver.wire.list(part.listed));
            await each(driver, items, part, member, async (item) => {
                if (part.listed) {
                    const found = listed?.find((other) => other[part.by] === item.id);
                    return found && only(found, part.members);
                }
                const { status, content } = await driver.wire.call('GET', path(part, item.id));
                return status === 200 ? only(content, part.members) : undefined;
            });
        },
        async save(driver, part, id, wanted, before) {
            if (wanted) await driver.wire.must(before ? 'PATCH' : 'POST', path(part, id), only(wanted, part.members));
            else if (before && driver.allowDelete) await driver.wire.must('DELETE', path(part, id));
        },
    },
    // All of before go, all that are wanted come.
    replaced: {
        load: (driver, handler, part, member, items) => each(driver, items, part, member, async (item) =>
            (await driver.wire.part(path(part, item.id), part.list)).map((value) => only(value, part.members))),
        async save(driver, part, id, wanted, before) {
            if (before?.length) await driver.wire.must('DELETE', path(part, id), { [part.in]: before });
            if (wanted?.length) await driver.wire.must('POST', path(part, id), { [part.in]: wanted });
        },
    },
    // One by one: what is new, what has other members than before, and what is there no more.
    each: {
        load: (driver, handler, part, member, items) => each(driver, items, part, member, async (item) => {
            const found = await driver.wire.part(path(part, item.id), part.list);
            return found?.map((value) => (part.members ? only(value, [...part.members, 'id']) : value));
        }),
        name: (driver, part, values) => values?.map((value) => {
            const named = without(value, ['id', ...(part.drop ?? [])]);
            if (!part.refs) return named;
            const name = driver.name(value[part.key], part.refs) ?? value[part.key];
            delete named[part.key];
            return { [part.name ?? part.key]: name, ...named };
        }),
        resolve: (driver, part, values) => values?.map((value) => {
            if (!part.refs) return value;
            const { [part.name ?? part.key]: name, ...rest } = value;
            return { [part.key]: driver.id(name, part.refs) ?? name, ...rest };
        }),
        async save(driver, part, id, wanted = [], before = []) {
            const find = (list, value) => list.find((other) => other[part.key] === value[part.key]);
            const body = (value) => (part.members ? only(value, part.members) : copy(value));
            const grants = part.grants && (wanted.length || before.length) && (await driver.wire.list({
                path: '/client-grants', query: { include_totals: true }, take: 50 }));
            for (const value of wanted.filter((other) => !find(before, other))) {
                if (!part.grants) await driver.wire.must('POST', path(part, id), body(value));
                const grant = grants && grants.find((other) => other.client_id === value[part.key]);
                if (grant) await driver.wire.must('POST', path(part, id), { grant_id: grant.id });
            }
            for (const value of wanted.filter((other) => part.change && find(before, other))) {
                const old = find(before, value);
                const rest = without(body(value), [part.key, ...(part.fixed ?? [])]);
                if (!part.always && Object.entries(rest).every(([name, inner]) => old[name] === inner)) continue;
                await driver.wire.must(part.change, `${path(part, id)}/${old[part.id ?? part.key]}`, rest);
            }
            if (!driver.allowDelete) return;
            for (const value of before.filter((other) => !find(wanted, other))) {
                const grant = grants && grants.find((other) => other.client_id === value[part.key]);
                const last = grant ? grant.id : value[part.id ?? part.key];
                await driver.wire.must('DELETE', `${path(part, id)}/${last}`);
            }
        },
    },
    // Those that are new in one call.
    together: {
        load: (driver, handler, part, member, items) => each(driver, items, part, member, async (item) => {
            const found = await driver.wire.part(path(part, item.id), part.list);
            return found?.length ? found.map((value) => only(value, part.members)) : undefined;
        }),
        name: (driver, part, values) => parts.each.name(driver, part, values),
        resolve: (driver, part, values) => parts.each.resolve(driver, part, values),
        async save(driver, part, id, wanted = [], before = []) {
            const fresh = wanted.filter((value) => !before.some((other) => other[part.key] === value[part.key]));
            if (fresh.length) await driver.wire.must('POST', path(part, id), { [part.in]: fresh });
        },
    },
    text: {
        load: (driver, handler, part, member, items) => each(driver, items, part, member, async (item) => {
            const text = await driver.wire.must('GET', path(part, item.id));
            return Object.keys(text ?? {}).length ? { en: { 'get-started': text } } : undefined;
        }),
        async save(driver, part, id, wanted) {
            if (wanted) await driver.wire.must('PUT', path(part, id), wanted.en['get-started']);
        },
    },
    // Their values are never shown: what is new is added, the rest is sent again, what is gone is deleted.
    secrets: {
        load: (driver, handler, part, member, items) => each(driver, items, part, member, (item) =>
            driver.wire.must('GET', path(part, item.id))),
        async save(driver, part, id, wanted = {}, before = {}) {
            const fresh = Object.keys(wanted).filter((name) => !(name in before));
            const kept = Object.keys(wanted).filter((name) => name in before);
            const gone = Object.keys(before).filter((name) => !(name in wanted));
            if (fresh.length) await driver.wire.must('POST', path(part, id), only(wanted, fresh));
            if (kept.length) await driver.wire.must('PATCH', path(part, id), only(wanted, kept));
            if (gone.length && driver.allowDelete) await driver.wire.must('DELETE', path(part, id), gone);
        },
    },
};
