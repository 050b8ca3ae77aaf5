"""Cases of runs/*.json: the sources of their actions, and what is wrong with a result. A file is of one trigger by its
name, the others are of post-login. In a case

    do, code    the body of a handler, or a source with ENTRY for its entry point; a list has those of several actions
    continued   the body of the handler after a suspension; `continue` has the new request and what is expected then
    refuses     expressions, each in an action of its own, and what they throw; `answers`: what they are, in one action
    secret      the value of the secret KEY, which has to be replaced wherever it comes out
    killed      how the process may end, or `error`
    setting     which server runs it, if not the usual one
    the rest    what is given to the run, and what its result has to be
"""

import base64
import json
import pathlib
import urllib.parse

CASES = pathlib.Path(__file__).resolve().parent / "runs"
OF_POST_LOGIN = ("general", "sources", "hostile", "network")
ENTRIES = {
    "post-login": "PostLogin", "credentials-exchange": "CredentialsExchange",
    "pre-user-registration": "PreUserRegistration", "post-user-registration": "PostUserRegistration",
    "post-change-password": "PostChangePassword", "send-phone-message": "SendPhoneMessage",
    "password-reset-post-challenge": "PostChallenge", "custom-email-provider": "CustomEmailProvider",
    "custom-phone-provider": "CustomPhoneProvider", "custom-token-exchange": "CustomTokenExchange",
    "event-stream": "EventStream", "login-post-identifier": "PostIdentifier",
}

# What expressions may use; each of them tells what came of it as JSON in a line of its own.
TOOLS = """const net = require('net'), tls = require('tls'), http = require('http'), https = require('https');
const http2 = require('http2'), dns = require('dns'), dgram = require('dgram');
const once = (emitter) => new Promise((resolve, reject) => emitter.on('error', reject).on('connect', resolve));
const called = (call) => new Promise((resolve, reject) => call((error) => error ? reject(error) : resolve()));
const tell = (name, value) => console.log(JSON.stringify([name, value ?? null]));
const late = new Promise((resolve) => setTimeout(resolve, 1000, 'no end'));
"""
MESSAGE = "`${error.name}: ${error.message}`"
CODE = "error.code"
CODE_AND_MESSAGE = "[error.cause?.code ?? error.code, error.cause?.message ?? error.message]"


def all_cases():
    for path in sorted(CASES.glob("*.json")):
        document = json.loads(path.read_text())
        trigger = "post-login" if path.stem in OF_POST_LOGIN else path.stem
        if path.stem == "network":
            found = network_cases(document)
        else:
            kinds = [kind for kind in ("refuses", "answers") if kind in document]
            found = [{"name": f"what it {kind}", kind: document[kind]} for kind in kinds] + document["runs"]
        for case in found:
            name = case.get("name") or str(case["do"])[:90]
            yield {"trigger": trigger, **document.get("given", {}), **case, "name": f"{path.stem}: {name}"}


def network_cases(document):
    """Every form of call to every host, with each of the limits; what is beneath them needs one host."""
    for mode, setting in (("loopback", "usual"), ("none", "none")):
        forms = {}
        for host in document["hosts"] + (document["own"] if mode == "none" else []):
            for name, text in document["forms"].items():
                # What listens for datagrams looks up where, which is no call to anybody.
                if not (host in ("0.0.0.0", "::") and ("lookup" in name or name == "import")):
                    forms[f"{name} of {host}"] = f"((host) => {text})({json.dumps(host)})"
        # A URL has its host written in one way only, so that fetch sees other addresses, or those of this machine.
        for host in document["of_urls"]:
            forms[f"fetch of {host}"] = f"fetch('http://{host}/')"
        yield {"name": f"forms, {mode}", "setting": setting, "forms": forms}
    yield {"name": "beneath the forms", "forms": document["beneath"], "code_of_all": "EACCES"}
    yield {"name": "files", "forms": {f"{name} of localtenant.sock": text for name, text in document["files"].items()}}
    yield {"name": "this machine's", "server": True, "logs": ["/\n" * len(document["own_urls"])], "do":
           f"for (const host of {json.dumps(document['own_urls'])}) {{ const url = new URL(event.request.query.api); "
           "url.hostname = host; console.log((await (await fetch(url)).json()).path); }"}


def sources(case):
    """Names and code of a case's actions."""
    entry, head = ENTRIES[case["trigger"]], ""
    if "forms" in case:
        head = TOOLS
        bodies = [trying(case["forms"], "['REACHED', String(await Promise.race([{}, late]))]", CODE_AND_MESSAGE)]
    elif "refuses" in case or "answers" in case:
        head = TOOLS
        fault = CODE if case.get("by_code") else MESSAGE
        bodies = [trying({text: f"{text}; tell(0, 'nothing')"}, None, fault) for text in case.get("refuses", [])]
        if "answers" in case:
            bodies.append(trying({text: text for text in case["answers"]}, "({})", MESSAGE))
    elif "code" in case:
        yield "ACTION", case["code"].replace("ENTRY", f"onExecute{entry}")
        return
    else:
        bodies = case["do"] if isinstance(case["do"], list) else [case["do"]]
    for index, body in enumerate(bodies):
        code = f"{head}exports.onExecute{entry} = async (event, api) => {{ {body} }};"
        if "continued" in case and index == 0:
            code += f"\nexports.onContinue{entry} = async (event, api) => {{ {case['continued']} }};"
        yield "ACTION" + (str(index + 1) if index else ""), code


def trying(expressions, value, fault):
    """A body that tries them in turn, and tells of each its value, in that form, or what it throws."""
    lines = []
    for name, text in expressions.items():
        told = f"tell({json.dumps(name)}, {value.format(text)})" if value else text
        lines.append(f"try {{ {told}; }} catch (error) {{ tell({json.dumps(name)}, {fault}); }}")
    return "\n".join(lines)


def objections(case, result):
    """What is wrong with the result of a case."""
    actions, error = result["actions"], error_of(result)
    how = result["killed"] or ("error" if error else "nothing")
    if "killed" in case or result["killed"]:
        return [] if how in case.get("killed", "").split("|") else [f"ended by {how}"]
    if "secret" in case:
        leaks = [text for text in strings(result) if any(form in text for form in forms_of(case["secret"]))]
        return leaks if error and error["message"] == "(secret KEY)" else [f"no error: {json.dumps(result)}"]
    if not {"forms", "refuses", "answers"} & set(case):
        return result_objections(case, result)
    told = dict(json.loads(line) for action in actions for line in action["logs"].splitlines())
    wanted = case.get("forms") or case.get("refuses", {}) | case.get("answers", {})
    wrong = [f"{name}: {told.get(name)}" for name, value in wanted.items()
             if not is_as(case, name, told.get(name), value)]
    return wrong + ([json.dumps(error)] if error else [])


def is_as(case, name, told, value):
    if "forms" not in case:
        return told == value or (isinstance(value, str) and told in value.split("|"))
    code, message = told or (None, "")
    if "code_of_all" in case:
        return code == case["code_of_all"]
    return code == "LOCALTENANT_NETWORK" and name.split(" of ")[-1] in message


def error_of(result):
    return next((action["error"] for action in result["actions"] if action.get("error")), None)


def result_objections(case, result):
    actions, error = result["actions"], error_of(result) or {}
    is_error = "error" in case or "errorCode" in case
    status = case.get("status", "partial" if is_error else "final")
    found = {
        "status": result["status"], "error": f"{error.get('name')}: {error.get('message')}",
        "errorCode": error.get("code"), "outcome": result["outcome"], "skipped": len(result["skipped"]),
        "logs": [action["logs"] for action in actions],
        "calls": [flat(call) for action in actions for call in action["calls"]],
        "logsBytes": sum(len(action["logs"].encode()) for action in actions),
    }
    wanted = {"status": status, "warnings": [], **case}
    wrong = [f"{name} {json.dumps(value)} {json.dumps(error)}" for name, value in found.items()
             if value != wanted.get(name, value)]
    if wanted.get("stack", "") not in error.get("stack", ""):
        wrong.append(f"stack {error.get('stack')}")
    if "localtenant" in error.get("stack", "") or "[eval]" in error.get("stack", ""):
        wrong.append(f"frames of the worker {error['stack']}")
    missing = [text for text in wanted["warnings"] if not any(one.startswith(text) for one in result["warnings"])]
    # What fails may be warned of, too.
    if missing or (result["warnings"] and not wanted["warnings"] and not is_error):
        wrong.append(f"warnings {json.dumps(result['warnings'])}")
    return wrong


def flat(call):
    """A call as a case has it: its name, what it was given, and what it gave."""
    result = [call["call"], *call["args"]]
    if "returned" in call:
        result += ["returned", call["returned"]]
    if "threw" in call:
        result += ["threw", f"{call['threw']['name']}: {call['threw']['message']}"]
    return result


def strings(tree):
    """All text in a tree."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (dict, list)):
        for item in [*tree, *tree.values()] if isinstance(tree, dict) else tree:
            yield from strings(item)


def forms_of(secret):
    """How a secret may come out: as it is, and as texts of JSON, addresses, forms and base64 have it."""
    return (secret, json.dumps(secret, ensure_ascii=False)[1:-1], urllib.parse.quote(secret, ""),
            urllib.parse.quote_plus(secret), base64.b64encode(secret.encode()).decode().rstrip("="))
