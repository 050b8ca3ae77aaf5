// The mock a test suite would write in an afternoon: parse, give it an id, keep it, answer. No checks, no limits.
//
// Usage: node peer_node.mjs PORT

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

const modules = new Map();

function answer(response, status, value) {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-cache",
  });
  response.end(body);
}

function create({ name, code, dependencies = [], secrets = [] }) {
  const now = new Date().toISOString();
  const module = {
    id: randomUUID(),
    name,
    code,
    dependencies,
    secrets: secrets.map((secret) => ({ name: secret.name, updated_at: now })),
    all_changes_published: false,
    actions_using_module_total: 0,
    created_at: now,
    updated_at: now,
  };
  modules.set(module.id, module);
  return module;
}

const server = createServer((request, response) => {
  if (request.method === "GET" && request.url === "/__admin/health") return answer(response, 200, { status: "ok" });
  if (request.method !== "POST") return answer(response, 404, { statusCode: 404 });
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    try {
      answer(response, 201, create(JSON.parse(Buffer.concat(chunks))));
    } catch {
      answer(response, 400, { statusCode: 400 });
    }
  });
});

// Node closes idle connections after five seconds; the connection count has to outlive that.
server.keepAliveTimeout = 600_000;
server.listen(Number(process.argv[2]), "127.0.0.1");
