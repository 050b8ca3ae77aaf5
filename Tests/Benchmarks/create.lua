-- The load: every request creates a module under a name no other request uses.
--
--   wrk ... -s create.lua URL -- PREFIX BODY
--
-- PREFIX tells one run from another (a counter makes the rest of the name), BODY is the JSON to send with "@name@"
-- where the name goes. Names have a fixed width, so the head is made once and a request is three strings joined: the
-- load generator has one core and must not become the limit. One thread only (-t1): two would count alike.

local head, tail
local counter = 0

function init(arguments)
    local prefix, body = arguments[1], arguments[2]
    local before, after = body:match("^(.-)@name@(.*)$")
    local name_length = #prefix + 1 + 9
    head = table.concat({
        "POST /api/v2/actions/modules HTTP/1.1",
        "Host: " .. wrk.host .. ":" .. wrk.port,
        "Authorization: Bearer t",
        "Content-Type: application/json",
        "Content-Length: " .. (#before + name_length + #after),
        "",
        before .. prefix .. "-",
    }, "\r\n")
    tail = after
end

function request()
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
