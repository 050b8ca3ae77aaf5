// Node's three ways to speak HTTP: fetch, `https` (and `http`), `http2`; each tells what contract.py tells.
//
//     node http_node.mjs       run by `localtenant exec`, whose variables say where the server is and whom to trust
//
// The last line is `N passed, N failed`.

import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';

import { check, finish } from './checks.mjs';

const plain = process.env.LOCALTENANT_URL;
const secure = process.env.LOCALTENANT_HTTPS_URL.replace('127.0.0.1', 'localhost');
const modules = '/api/v2/actions/modules';
const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };

async function tell(name, send) {
    const ask = async (method, path = '', body = undefined) => {
        const { status, content } = await send(method, modules + path, body && JSON.stringify(body));
        return { status, content: content ? JSON.parse(content) : undefined };
    };
    const code = 'exports.greet = (name) => `¡hola, ${name}! ☕`;\n';
    const secrets = [{ name: 'API_KEY', value: 'not-to-be-seen' }];
    const { status, content: module } = await ask('POST', '', { name: 'carried', code, secrets });
    check(`${name}: created`, [status, module.code, module.secrets.map((s) => s.name)], [201, code, ['API_KEY']]);
    const path = `/${module.id}`;
    check(`${name}: read as created`, await ask('GET', path), { status: 200, content: module });
    check(`${name}: HEAD has no content`, await ask('HEAD', path), { status: 200 });
    const unknown = await ask('GET', '/00000000-0000-4000-8000-00000000dead');
    check(`${name}: unknown`, [unknown.status, unknown.content.statusCode], [404, 404]);
    check(`${name}: refused`, (await ask('POST', '', { name: 7, code: '' })).status, 400);
    const version = await ask('POST', `${path}/versions`);
    check(`${name}: published by an empty POST`, [version.status, version.content.version_number], [200, 1]);
    const large = 'z'.repeat(60_000);
    const changed = await ask('PATCH', path, { code: large });
    check(`${name}: changed to much code`, [changed.status, changed.content.code === large], [200, true]);
    const page = await ask('GET', '?page=1&per_page=50');
    check(`${name}: one page too far`, [page.status, page.content.modules], [200, []]);
    check(`${name}: deleted without content`, await ask('DELETE', path), { status: 204 });
    check(`${name}: gone`, (await ask('GET', path)).status, 404);
}

function withFetch(url) {
    return async (method, path, body) => {
        const answer = await fetch(url + path, { method, headers, body });
        return { status: answer.status, content: await answer.text() };
    };
}

function withAgent(library, url, agent) {
    return (method, path, body) =>
        new Promise((resolve, reject) => {
            const request = library.request(url + path, { method, headers, agent }, (answer) => {
                let content = '';
                answer.setEncoding('utf8');
                answer.on('data', (part) => (content += part));
                answer.on('end', () => resolve({ status: answer.statusCode, content }));
            });
            request.on('error', reject);
            request.end(body);
        });
}

function withSession(session) {
    return (method, path, body) =>
        new Promise((resolve, reject) => {
            const request = session.request({ ':method': method, ':path': path, ...headers });
            let status;
            let content = '';
            request.setEncoding('utf8');
            request.on('response', (fields) => (status = fields[':status']));
            request.on('data', (part) => (content += part));
            request.on('end', () => resolve({ status, content }));
            request.on('error', reject);
            request.end(body);
        });
}

for (const url of [plain, secure]) {
    await tell(`fetch, ${url}`, withFetch(url));
    const library = url === secure ? https : http;
    const agent = new library.Agent({ keepAlive: true, maxSockets: 1 });
    await tell(`http(s), ${url}`, withAgent(library, url, agent));
    agent.destroy();
    await tell(`http(s), a connection each, ${url}`, withAgent(library, url, new library.Agent({ keepAlive: false })));
    const session = http2.connect(url);
    await tell(`http2, ${url}`, withSession(session));
    check(`http2, ${url}: negotiated`, session.alpnProtocol, url === secure ? 'h2' : 'h2c');
    session.close();
}
finish();
