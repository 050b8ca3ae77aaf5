// Runs the table of handlers: an export that gives a configuration, and an import of one.

import { check } from '../checks.mjs';
import { handlers, lists } from './handlers.mjs';
import { parts } from './parts.mjs';
import { modes } from './modes.mjs';
import { at, copy, only, without } from './values.mjs';
import { Wire } from './wire.mjs';

const stamps = ['created_at', 'updated_at'];

export class Driver {
    constructor(tenant, { allowDelete = false } = {}) {
        this.wire = new Wire(tenant);
        this.allowDelete = allowDelete;
        this.names = {};
    }

    // Ids by names, or names by ids, of one of the lists.
    async lookup(name) {
        const items = (await this.wire.list(lists[name])) ?? [];
        const id = lists[name].id ?? 'id';
        this.names[name] = items.map((item) => [item[id], item.name]);
    }

    id(name, of) {
        return (this.names[of] ?? []).find(([, other]) => other === name)?.[0];
    }

    name(id, of) {
        return (this.names[of] ?? []).find(([other]) => other === id)?.[1];
    }

    // What there is of a kind, with ids; undefined where the tenant has no such feature.
    async existing(handler) {
        const mode = modes[handler.mode];
        if (mode?.load) return mode.load(this, handler);
        if (handler.one) {
            const { status, content } = await this.wire.call('GET', handler.one);
            if (Wire.isSkipped(status)) return undefined;
            check(`GET ${handler.one}`, status, 200);
            const value = handler.as ? { [handler.as]: content } : content;
            if (handler.template) await this.loadTemplate(handler, value);
            return value;
        }
        for (const name of handler.early) await this.lookup(name);
        let items = await this.wire.list(handler.list);
        if (items === undefined) return undefined;
        items = items.filter(handler.only ?? (() => true));
        if (handler.details) {
            items = await this.wire.pool(items, (item) => this.wire.must('GET', `${handler.at}/${item[handler.id]}`));
        }
        for (const [member, part] of Object.entries(handler.parts)) {
            await parts[part.mode].load(this, handler, part, member, items);
        }
        if (handler.keys) await this.loadKeys(items.filter((item) => item.client_authentication_methods));
        return items;
    }

    // Of clients' keys their names and types, which stand in the client itself.
    async loadKeys(clients) {
        await this.wire.pool(clients, async (client) => {
            const keys = await this.wire.must('GET', `/clients/${client.client_id}/credentials`);
            for (const method of Object.values(client.client_authentication_methods)) {
                method.credentials = method.credentials?.map(({ id }) => keys.find((key) => key.id === id))
                    .map((key) => only(key, ['name', 'credential_type']));
            }
        });
    }

    async loadTemplate({ template }, value) {
        const domains = await this.wire.must('GET', template.ifAny);
        if (!domains.length) return;
        const { status, content } = await this.wire.call('GET', template.path);
        if (status === 200) value[template.member] = [{ template: 'universal_login', body: content.body }];
    }

    // The whole tenant as a configuration: names for ids, nothing that is only shown, nothing that is secret.
    async export() {
        const configuration = {};
        const found = {};
        for (const handler of handlers) found[handler.kind] = await this.existing(handler);
        for (const name of Object.keys(lists)) await this.lookup(name);
        for (const handler of handlers) {
            const value = found[handler.kind];
            if (value === undefined || handler.silent) continue;
            const drop = [...stamps, handler.id, ...handler.drop, ...handler.readOnly, ...handler.hidden];
            const clean = (item) => this.named(handler, without(item, drop));
            configuration[handler.kind] = Array.isArray(value) ? value.map(clean) : clean(value);
        }
        return configuration;
    }

    named(handler, item) {
        for (const [path, of] of Object.entries(handler.refs)) {
            at(item, path, (id) => this.name(id, of) ?? id);
        }
        for (const [id, name] of Object.entries(handler.named ?? {})) {
            if (item[id] === undefined) continue;
            item[name] = item[id];
            delete item[id];
        }
        for (const [member, part] of Object.entries(handler.parts)) {
            if (parts[part.mode].name) item[member] = parts[part.mode].name(this, part, item[member]);
        }
        return item;
    }

    // Every handler in its order; those of the same order as they stand in the table.
    async import(configuration) {
        const sorted = handlers.map((handler, index) => ({ handler, index }))
            .sort((a, b) => a.handler.order - b.handler.order || a.index - b.index);
        await this.credentials(configuration.clients, true);
        for (const { handler } of sorted) {
            if (configuration[handler.kind] === undefined) continue;
            await this.process(handler, copy(configuration[handler.kind]));
            if (handler.kind === 'organizations') await this.credentials(configuration.clients, false);
        }
    }

    async process(handler, wanted) {
        const mode = modes[handler.mode];
        if (mode?.save) return mode.save(this, handler, wanted);
        if (handler.one) return this.saveOne(handler, wanted);
        for (const name of new Set([...handler.reads, ...Object.values(handler.refs)])) await this.lookup(name);
        const existing = await this.existing(handler);
        if (existing === undefined) return check(`${handler.kind}: known to the service`, handler.unknown ?? false);
        // The client that the CLI itself is gets left alone.
        const items = wanted.map((item) => this.resolved(handler, item));
        const others = existing.filter((item) => item.client_id !== process.env.AUTH0_CLIENT_ID);
        const changes = this.changes(handler, items, others);
        if (this.allowDelete) {
            await this.wire.pool(changes.del, (item) =>
                this.wire.must('DELETE', `${handler.at}/${encodeURIComponent(item[handler.id])}`));
        }
        await this.wire.pool(changes.create, (item) => this.create(handler, item));
        await this.wire.pool(changes.update, (pair) => this.update(handler, pair));
    }

    async saveOne(handler, wanted) {
        const body = handler.as ? wanted[handler.as] : without(wanted, [handler.template?.member]);
        for (const member of handler.minutes ?? []) {
            if (body[member] === undefined) continue;
            body[`${member}_in_minutes`] = Math.round(body[member] * 60);
            delete body[member];
        }
        if (handler.readsBefore) await this.wire.call('GET', handler.one);
        const kept = handler.restores && (await this.wire.must('GET', handler.restores.path));
        if (Object.keys(body).length) {
            const { status, content } = await this.wire.call(handler.write, handler.at, body);
            if (status === 404 && handler.orElse) await this.wire.must(handler.orElse, handler.at, body);
            else check(`${handler.write} ${handler.at}: ${JSON.stringify(content)}`, status < 300);
        }
        if (kept) {
            const members = Object.fromEntries(handler.restores.members.map((name) => [name, kept[name]]));
            await this.wire.must('PATCH', handler.restores.path, members);
        }
        const template = wanted[handler.template?.member]?.[0];
        if (template) await this.wire.must('PUT', handler.template.path, { template: template.body });
    }

    resolved(handler, item) {
        for (const [id, name] of Object.entries(handler.named ?? {})) {
            if (item[name] === undefined) continue;
            item[id] = item[name];
            delete item[name];
        }
        for (const [path, of] of Object.entries(handler.refs)) at(item, path, (name) => this.id(name, of) ?? name);
        for (const [member, part] of Object.entries(handler.parts)) {
            if (parts[part.mode].resolve) item[member] = parts[part.mode].resolve(this, part, item[member]);
        }
        return item;
    }

    // By the first member that fits: what there is and is wanted, what is wanted alone, and what there is alone.
    changes({ match, id }, wanted, existing) {
        let [del, create] = [[...existing], [...wanted]];
        const update = [];
        for (const members of match) {
            const key = (item) => {
                const values = members.split('+').map((member) => item[member]);
                return values.every((value) => value !== undefined) ? values.join('-') : undefined;
            };
            for (const item of [...create]) {
                const found = key(item) !== undefined && del.find((other) => key(other) === key(item));
                if (!found) continue;
                del = del.filter((other) => other !== found);
                create = create.filter((other) => other !== item);
                update.push({ item, found, id: found[id] });
            }
        }
        return { del, create, update };
    }

    async create(handler, item) {
        const body = this.body(handler, item, handler.strip.create);
        if (handler.put) {
            return this.wire.must('PUT', `${handler.at}/${item[handler.id]}`, only(item, handler.put));
        }
        const made = await this.wire.must('POST', handler.at, body);
        if (made === undefined) return;
        if (handler.find && item.enabled_clients) {
            // The CLI looks for what it has made by its name, after a while.
            const query = new URLSearchParams({
                include_totals: true, take: 1, ...handler.find, name: item.name, include_fields: true });
            const found = await this.wire.must('GET', `/connections?${query}`);
            check(`${item.name}: found`, found.connections.map((connection) => connection.id), [made.id]);
        }
        await this.saveParts(handler, made[handler.id], item, {});
    }

    async update(handler, { item, found, id }) {
        if (handler.put) return this.wire.must('PUT', `${handler.at}/${item[handler.id]}`, only(item, handler.put));
        const strip = [...handler.strip.update];
        if (handler.fixedDestination?.includes(item.destination?.type)) strip.push('destination');
        if (handler.sinkless?.includes(item.type)) strip.push('sink');
        const body = this.body(handler, item, strip);
        if (handler.readsBeforeUpdate) {
            // Members that the service has and the configuration has not are sent back.
            const now = await this.wire.must('GET', `${handler.at}/${id}`);
            body.options = { ...now.options, ...body.options };
        }
        await this.wire.must('PATCH', `${handler.at}/${encodeURIComponent(id)}`, body);
        await this.saveParts(handler, id, item, found);
    }

    body(handler, item, strip) {
        return without(item, [...strip, ...Object.keys(handler.parts), ...(handler.later ?? [])]);
    }

    async saveParts(handler, id, item, found) {
        for (const [member, part] of Object.entries(handler.parts)) {
            if (part.of && !part.of.includes(item.strategy)) continue;
            await parts[part.mode].save(this, part, id, item[member], found[member], handler);
        }
    }

    // Clients' keys: what the configuration has no methods for loses them before all else; what has a key in it gets
    // it when the clients are there.
    async credentials(clients, before) {
        if (!clients || (before && !this.allowDelete)) return;
        const hasKey = (method) => method?.credentials?.some((key) => key.pem);
        const fits = ({ client_authentication_methods: methods }) => before
            ? methods === undefined
            : Object.values(methods ?? {}).some(hasKey);
        const wanted = clients.filter(fits);
        if (!wanted.length) return;
        const now = await this.wire.list(lists.clients);
        for (const client of wanted) {
            const id = now.find((other) => other.name === client.name)?.client_id;
            if (!id) continue;
            const there = await this.wire.must('GET', `/clients/${id}/credentials`);
            if (before) await this.dropKeys(id, there, client);
            else await this.addKeys(id, there, client.client_authentication_methods);
        }
    }

    async dropKeys(id, there, client) {
        if (!there.length) return;
        await this.wire.must('PATCH', `/clients/${id}`, {
            client_authentication_methods: null,
            token_endpoint_auth_method: client.token_endpoint_auth_method ?? 'client_secret_post',
        });
        for (const key of there) await this.wire.must('DELETE', `/clients/${id}/credentials/${key.id}`);
    }

    async addKeys(id, there, methods) {
        const wired = {};
        for (const [method, { credentials }] of Object.entries(methods)) {
            for (const { name, pem, credential_type = 'public_key' } of credentials) {
                const found = there.find((key) => key.name === name)
                    ?? (await this.wire.must('POST', `/clients/${id}/credentials`, { name, pem, credential_type }));
                (wired[method] ??= { credentials: [] }).credentials.push({ id: found.id });
            }
        }
        await this.wire.must('PATCH', `/clients/${id}`, { client_authentication_methods: wired });
    }
}
