// What bodies are made of: copies without some members, and values at the end of a path.

export const copy = (value) => structuredClone(value);

// `a.b` is a member of a member.
export function without(value, paths) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return copy(value);
    const result = copy(value);
    for (const path of paths.filter(Boolean)) {
        const names = path.split('.');
        const last = names.pop();
        const place = names.reduce((inner, name) => inner?.[name], result);
        if (place) delete place[last];
    }
    return result;
}

export const only = (value, members) =>
    Object.fromEntries(members.filter((name) => value[name] !== undefined).map((name) => [name, copy(value[name])]));

// Puts in place of each text at a path what `change` makes of it; `**.name` is every member of that name.
export function at(value, path, change) {
    const names = path.split('.');
    if (names[0] === '**') return everywhere(value, names[1], change);
    const last = names.pop();
    const place = names.reduce((inner, name) => inner?.[name], value);
    if (place?.[last] === undefined || place[last] === null) return;
    place[last] = Array.isArray(place[last]) ? place[last].map(change) : change(place[last]);
}

function everywhere(value, name, change) {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
        if (key === name && typeof inner === 'string' && inner) value[key] = change(inner);
        else everywhere(inner, name, change);
    }
}

// As text in one order, whatever order lists and members have.
export function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
