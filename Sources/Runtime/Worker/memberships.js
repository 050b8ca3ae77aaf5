// What api.groups, api.roles and api.rules answer, from what the caller of a run says about the user.

function mustBeList(values, name) {
  if (!Array.isArray(values) || values.length === 0) {
    throw new Error(`The "${name}" parameter must be a non-empty array of strings.`);
  }
}

const page = (member) => ({ flow }, { from, take } = {}) => {
  if (!["undefined", "string"].includes(typeof from)) {
    throw new Error('The "from" parameter must be a string if provided.');
  }
  if (take !== undefined && (!Number.isInteger(take) || take <= 0)) {
    throw new Error('The "take" parameter must be a positive integer if provided.');
  }
  const items = flow[member], start = Number(from) || 0, end = start + (take ?? items.length);
  return { [member]: items.slice(start, end), next: end < items.length ? String(end) : undefined };
};

function hasGroupMembership({ flow }, wanted) {
  mustBeList(wanted, "groups");
  const memberships = {};
  for (const one of copyOf(wanted)) {
    const matches = flow.groups.filter(({ id, name }) => [id, name].includes(one))
      .map(({ id, name, group_type = "tenant" }) => ({ id, name, group_type }));
    put(memberships, one, matches.length > 0 ? { is_member: true, matches } : { is_member: false });
  }
  return { memberships };
}

const rolesBy = (member, parameter) => ({ flow }, wanted) => {
  mustBeList(wanted, parameter);
  return { roles: flow.roles.filter((role) => copyOf(wanted).includes(role[member])) };
};
