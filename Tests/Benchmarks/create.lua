-- The load: every request creates a module under a name no other request uses.
--
--   wrk ... -s create.lua URL -- PREFIX FIRST BODY
--
-- PREFIX tells one run from another (a counter makes the rest of the name), BODY is the JSON to send with "@name@"
-- where the name goes. Names have a fixed width, so the head is made once for each tenant and a request is three
-- strings joined: the load generator has one core and must not become the limit. One thread only (-t1): two would count
-- alike.
--
-- A tenant holds a hundred modules, so as many creates go to one, beginning with the number FIRST (t1.localhost in the
-- Host field), the next ones to the next. Peers that know no tenants do not look at that field.

local before, length, head, tail
local counter, tenant = 0, 0
local CREATES_EACH = 100

function init(arguments)
    local prefix, body = arguments[1], arguments[3]
    tenant = tonumber(arguments[2]) - 1
    local beginning, after = body:match("^(.-)@name@(.*)$")
    length = #beginning + #prefix + 1 + 9 + #after
    before, tail = beginning .. prefix .. "-", after
end

local function next_tenant()
    tenant = tenant + 1
    head = table.concat({
        "POST /api/v2/actions/modules HTTP/1.1",
        "Host: t" .. tenant .. ".localhost:" .. wrk.port,
        "Authorization: Bearer t",
        "Content-Type: application/json",
        "Content-Length: " .. length,
        "",
        before,
    }, "\r\n")
end

function request()
    if counter % CREATES_EACH == 0 then next_tenant() end
    counter = counter + 1
    return head .. string.format("%09d", counter) .. tail
end

-- "status" counts answers of 400 and above, which is all wrk offers without handing every answer to Lua; measure.py
-- looks at one whole answer before and one after each run.
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        'RESULT {"requests":%d,"seconds":%.6f,"p50_ms":%.3f,"p99_ms":%.3f,"p99_9_ms":%.3f,"errors":'
            .. '{"connect":%d,"read":%d,"write":%d,"timeout":%d,"status":%d}}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        latency:percentile(99.9) / 1e3,
        errors.connect, errors.read, errors.write, errors.timeout, errors.status))
end
