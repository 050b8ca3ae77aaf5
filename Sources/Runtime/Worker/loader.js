// An action's code and its modules, each with a `require` of its own that looks for packages in one folder only.

/** Has packages find each other where the folder is not called node_modules. */
function usePackages(folder) {
  if (!folder) return;
  process.env.NODE_PATH = folder;
  Module._initPaths();
  delete process.env.NODE_PATH;
}

/** `owner` is an action or a module; `loaders` are those of modules, by what asks for them. */
function requireFor(name, owner, folder, loaders, flow) {
  const parent = Object.assign(new Module(name), { filename: name, paths: toNode(folder ? [folder] : []) });
  const require = expose(([request]) => {
    if (loaders.has(request)) return loaders.get(request)();
    try {
      return parent.require(request);
    } catch (error) {
      if (error?.code === "MODULE_NOT_FOUND" && String(error.message).includes(`'${request}'`)) {
        warnOfPackage(owner, folder, request, flow);
      }
      throw error;
    }
  });
  const resolve = expose(([request, options]) => Module._resolveFilename(request, parent, false, options));
  resolve.paths = expose(([request]) => Module._resolveLookupPaths(request, parent));
  const { _cache: cache, _extensions: extensions } = Module;
  return Object.assign(require, { resolve, cache, extensions, main: process.mainModule });
}

function warnOfPackage({ name, dependencies = [] }, folder, request, flow) {
  const [asked] = /^(@[^/:]+\/)?[^./@:][^/:]*/.exec(request) ?? [];
  if (!asked || request.includes(":")) return;
  const version = dependencies.find((dependency) => dependency.name === asked)?.version;
  const listed = version ? `listed as ${version}` : "not among its dependencies";
  const place = folder ? `is not in ${folder}` : "is looked for nowhere without --node-modules";
  warn(flow, `${name} needs the package ${asked} (${listed}), which ${place}. Nothing is installed.`);
}

/** Runs the text as the service does, in a function of `module`, `exports` and `console`: a `return` at its top is
    legal, and so is a name of its own for `require`. */
function loadAction(action, stage, folder) {
  const name = `${action.name}.js`, { flow } = stage;
  const loaders = new Map((action.modules ?? []).map((module) =>
    [`actions:${module.name}`, moduleLoader(module, stage, folder)]));
  const make = compileFunction(`return function (module, exports, console) {\n${action.code}\n};`,
    ["module", "exports", "require"], { filename: name, lineOffset: -1 });
  const module = toNode({ exports: {} });
  make({}, {}, requireFor(name, action, folder, loaders, flow))(module, module.exports, stage.console);
  return module.exports;
}

/** Loads at the first `require`, once; an error is kept and thrown again. A module knows packages only. */
function moduleLoader(owner, stage, folder) {
  const name = `actions:${owner.name}`;
  let load = () => {
    stage.modules.push(owner.name);
    const module = toNode({ exports: {} });
    try {
      const names = ["module", "exports", "require", "actions", "console"];
      const run = compileFunction(owner.code, names, { filename: name });
      load = () => module.exports;
      run(module, module.exports, requireFor(name, owner, folder, new Map(), stage.flow),
        toNode({ secrets: owner.secrets ?? {} }), stage.console);
    } catch (error) {
      load = () => { throw error; };
    }
    return load();
  };
  return () => load();
}
