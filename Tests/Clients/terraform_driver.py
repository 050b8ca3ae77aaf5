"""Plays `terraform apply`, `plan`, `import` and `destroy` for the types of `terraform_types`, one after another, and
looks at what comes back: a plan after an apply is empty when a read says what was sent."""

import json
import re

from checks import check


class Names:
    """Ids by the names that other types use."""

    def __init__(self, client, known):
        self.client, self.known = client, known

    def filled(self, value, own=""):
        if isinstance(value, str):
            for name in re.findall(r"\{(\w*)\}", value):
                known = own if name == "" else self.known.get(name)
                if known is not None:
                    value = value.replace("{" + name + "}", known)
            return self.known["KEY"] if value == "KEY" else value
        if isinstance(value, list):
            return [self.filled(item, own) for item in value]
        if isinstance(value, dict):
            return {key: self.filled(item, own) for key, item in value.items()}
        return value

    def path(self, path, own=""):
        """A path with ids in it, which a path has escaped."""
        return self.filled(path, own.replace("|", "%7C")) if "{" in path else path

    def call(self, call, body=None, own=""):
        method, path = call.split(" ", 1)
        escaped = Names(self.client, {name: id.replace("|", "%7C") for name, id in self.known.items()})
        return self.client.call(method, escaped.path(path, own), self.filled(body, own))


def found(seen, sent, hidden):
    """Whether all that was sent is there again. Lists have no order, and may hold more; what is taken away is gone."""
    if isinstance(sent, dict):
        return isinstance(seen, dict) and all(
            found(seen.get(key), value, hidden) for key, value in sent.items() if key not in hidden)
    if isinstance(sent, list):
        return isinstance(seen, list) and all(any(found(one, item, hidden) for one in seen) for item in sent)
    return seen == sent or sent is None or (isinstance(sent, str) and "secret" in hidden and seen is None)


def part(content, within):
    """What of an answer is looked at: `a[]`: any item of the list in a; `[]`: any item."""
    if within.endswith("[]"):
        list_name = within[:-2]
        return content[list_name] if list_name else content
    return content


def look(kind, names, own, sent, what):
    """The read of a refresh; twice, as an import is one by the id alone, and no plan may differ between them."""
    answers = [names.call("GET " + path, own=own) for path in kind.read]
    check(f"{kind.name}: {what}", [answer.status for answer in answers], [200] * len(answers))
    again = [names.call("GET " + path, own=own).content for path in kind.read]
    check(f"{kind.name}: {what}, the same again", again, [answer.content for answer in answers])
    if sent is None or not sent:
        return
    seen = answers[0].content
    if kind.within:
        check(f"{kind.name}: {what}, is listed: {json.dumps(sent)[:80]} in {json.dumps(seen)[:300]}",
              any(found(item, sent, kind.hidden) for item in part(seen, kind.within)))
    else:
        check(f"{kind.name}: {what}, as it was sent: {json.dumps(sent)[:200]} in {json.dumps(seen)[:400]}",
              any(found(answer.content, sent, kind.hidden) for answer in answers))


def create(kind, names):
    """Gives the id that it got."""
    for path in kind.before:
        check(f"{kind.name}: looked at before", names.call("GET " + path).status in (200, 404))
    own = "" if kind.id == "/" else None
    for call, body in kind.make:
        answer = names.call(call, body, own or "")
        check(f"{kind.name}: {call} {str(answer.content)[:200]}", answer.status in (200, 201, 204))
        if own is None:
            own = (answer.content or {}).get(kind.id, "none")
    if kind.label:
        names.known[kind.label] = own
    sent = kind.make[0][1] if kind.shown is None else kind.shown
    look(kind, names, own, names.filled(sent, own), "read after create")
    return own


def update(kind, names, own):
    for call, body in kind.change:
        answer = names.call(call, body, own)
        check(f"{kind.name}: {call} {str(answer.content)[:200]}", answer.status in (200, 201, 204))
    if kind.change:
        call, body = kind.change[-1]
        is_whole = isinstance(body, dict) and not call.startswith("DELETE") and kind.shown is None and not kind.within
        look(kind, names, own, names.filled(body, own) if is_whole else None, "read after update")


def destroy(kind, names, own):
    for call, body in kind.destroy:
        answer = names.call(call, body, own)
        check(f"{kind.name}: {call} {str(answer.content)[:200]}", answer.status in (200, 201, 202, 204))
    if kind.destroy and kind.read:
        after = names.call("GET " + kind.read[0], own=own)
        check(f"{kind.name}: after destroy", after.status, kind.gone)


def apply_and_destroy(types, names):
    made = []
    for kind in types:
        own = create(kind, names)
        update(kind, names, own)
        made.append((kind, own))
    for kind, own in reversed(made):
        destroy(kind, names, own)
