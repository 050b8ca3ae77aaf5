// Puts on the wire what the deploy CLI does by way of node-auth0 and fetch: logins, retries, lists, and so many at
// once.
//
// Retries are those of the clients reference 2 and 4; lists those of the CLI's own client and of the SDK's pages
// (CLIENT).

import { check } from '../checks.mjs';

const AT_ONCE = 3; // The CLI's pool. It also sends no more than eight a second, which nothing here depends on.
const RETRIES = 10;
const info = { name: 'node-auth0', version: '6.2.0', env: { node: process.versions.node } };

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Wire {
    constructor(tenant) {
        this.domain = process.env.AUTH0_DOMAIN;
        this.headers = {
            'User-agent': `deploy-cli/8.45.0 (node.js/${process.versions.node})`,
            'Auth0-Client': Buffer.from(JSON.stringify(info)).toString('base64url'),
            ...(tenant && { 'x-localtenant-tenant': tenant }),
        };
        this.attempts = 0;
        this.writes = [];
        this.running = 0;
        this.waiting = [];
    }

    // A form with the credentials in it; no Basic.
    async login() {
        const form = new URLSearchParams({
            client_id: process.env.AUTH0_CLIENT_ID,
            client_secret: process.env.AUTH0_CLIENT_SECRET,
            grant_type: 'client_credentials',
            audience: `https://${this.domain}/api/v2/`,
        });
        const url = `https://${this.domain}/oauth/token`;
        const answer = await fetch(url, { method: 'POST', headers: this.headers, body: form });
        const { access_token, expires_in } = await answer.json();
        check('token', [answer.status, expires_in > 10], [200, true]);
        this.headers.Authorization = `Bearer ${access_token}`;
    }

    // Tries again after 408, 429 and 5xx: by Retry-After, else by X-RateLimit-Reset, else after a second. A POST of
    // nothing has neither content nor content type.
    async call(method, path, body) {
        for (let left = RETRIES; ; left -= 1) {
            this.attempts += 1;
            const answer = await fetch(`https://${this.domain}/api/v2${path}`, {
                method,
                headers: body === undefined ? this.headers : { ...this.headers, 'Content-Type': 'application/json' },
                body: body === undefined ? undefined : JSON.stringify(body),
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
            if (method !== 'GET') this.writes.push(`${method} ${path}`);
            return { status: answer.status, content: text ? JSON.parse(text) : undefined };
        }
    }

    // One of the control calls.
    async control(method, path, body) {
        const tenant = this.headers['x-localtenant-tenant'] ?? 'default';
        const url = `${process.env.LOCALTENANT_URL}/__admin${path}${path.includes('?') ? '&' : '?'}tenant=${tenant}`;
        const answer = await fetch(url, {
            method,
            body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
        });
        const text = await answer.text();
        check(`${method} /__admin${path}${answer.ok ? '' : `: ${text}`}`, answer.ok);
        return text;
    }

    // Each task, three at once.
    async pool(items, task) {
        const results = [];
        const rest = items.map((item, index) => ({ item, index }));
        const worker = async () => {
            for (let next = rest.shift(); next; next = rest.shift()) {
                results[next.index] = await task(next.item);
            }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
        return results;
    }

    // What a call must answer; a failure is a check that fails, with what the service said.
    async must(method, path, body) {
        const { status, content } = await this.call(method, path, body);
        const told = status < 300 ? 'done' : `${JSON.stringify(content)} for ${JSON.stringify(body)}`;
        check(`${method} ${path}: ${told}`, status < 300);
        return content;
    }

    // Whether the CLI passes over a kind: its tenant has no such feature, or its service no such route.
    static isSkipped(status) {
        return [403, 404, 501].includes(status);
    }

    async list(list) {
        if (list.take) return this.checkpoints(list);
        if (list.next) return this.nextPages(list);
        if (list.query.page === undefined) {
            const { status, content } = await this.call('GET', list.path);
            if (Wire.isSkipped(status)) return undefined;
            check(`GET ${list.path}`, status, 200);
            return list.member ? content[list.member] : content;
        }
        return this.pages(list);
    }

    // The first page tells the total, and so how many there are; the rest come at once.
    async pages({ path, query }) {
        const page = (number) => `${path}?${new URLSearchParams({ ...query, page: number })}`;
        const { status, content } = await this.call('GET', page(0));
        if (Wire.isSkipped(status)) return undefined;
        check(`GET ${path}: a page`, status, 200);
        const items = entity(path, content);
        const left = Math.ceil((content.total ?? 0) / query.per_page) - 1;
        const rest = await this.pool([...Array(Math.max(0, left)).keys()], async (number) =>
            entity(path, await this.must('GET', page(number + 1))));
        const all = items.concat(...rest);
        if (left > 0) check(`GET ${path}: as many as it says`, all.length, content.total);
        return all;
    }

    // A request for the total, then fifty at a time by where the last one ended.
    async checkpoints({ path, query, take }) {
        const first = await this.call('GET', `${path}?${new URLSearchParams({ ...query, take })}`);
        if (Wire.isSkipped(first.status)) return undefined;
        return this.nextPages({ path, query: { ...query, take } });
    }

    async nextPages({ path, query }) {
        const items = [];
        for (let from; ; ) {
            const all = new URLSearchParams({ ...query, ...(from && { from }) });
            const { status, content } = await this.call('GET', `${path}?${all}`);
            if (Wire.isSkipped(status)) return undefined;
            check(`GET ${path}: from a place on`, status, 200);
            items.push(...entity(path, content));
            if (!content.next) return items;
            check(`GET ${path}: goes on`, content.next !== from);
            from = content.next;
        }
    }

    // The SDK's pages: the next one is asked for while the last one was full, or not empty where nobody said a size.
    async part(path, { query, untilEmpty }) {
        if (query.take) return this.nextPages({ path, query });
        const items = [];
        for (let page = 0; page < 100; page += 1) {
            const all = new URLSearchParams({ ...query, page });
            const { status, content } = await this.call('GET', `${path}?${all}`);
            if (Wire.isSkipped(status)) return undefined;
            check(`GET ${path}: a page`, status, 200);
            const found = entity(path, content);
            items.push(...found);
            if (untilEmpty ? !found.length : found.length < query.per_page) break;
        }
        return items;
    }
}

// The one list in an answer; the CLI fails where there are several.
function entity(path, content) {
    if (Array.isArray(content)) return content;
    const found = Object.values(content ?? {}).filter(Array.isArray);
    check(`GET ${path}: one list`, found.length, 1);
    return found[0] ?? [];
}
