import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { parsed } from "./documents.mjs";

const BUILT = /^(dist|build|lib|out)\//;
const EXTENSION = /(\.d)?\.[cm]?[jt]sx?$/;

/**
 * Finds the files of modules: of packages that are workspaces of the checkout, and of paths within it.
 *
 * Packages name what a build makes. A checkout has no build, so a package's `dist/x.js` means its `src/x`.
 */
export class Modules {
  #root;
  #host = ts.sys;

  /** @param {string} root the checkout */
  constructor(root) {
    this.#root = root;
    this.packages = workspaces(root);
    this.options = {
      allowJs: true,
      jsx: ts.JsxEmit.Preserve,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      noEmit: true,
      paths: Object.assign({}, ...this.packages.map(pathsOf)),
      resolveJsonModule: true,
      strict: true,
      target: ts.ScriptTarget.ESNext,
      types: [],
    };
  }

  /**
   * @param {string} specifier what an index names
   * @param {string} index the index
   * @returns {{ files: string[], reason: string }} the files that can be meant, and why there are none
   */
  find(specifier, index) {
    const named = this.packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
    if (named) {
      const file = this.#file(specifier, this.#root);
      return {
        files: file ? [file] : [],
        reason: `the package ${named.name} has no source for "${specifier}"`,
      };
    }
    const folders = /^\.\.?\//.test(specifier) ? [dirname(index)] : [this.#root, this.#packageFolder(index)];
    const files = folders
      .map((folder) => this.#file(`./${specifier}`, folder))
      .filter((file) => file !== undefined);
    const isPackage = specifier.startsWith("@");
    return {
      files: [...new Set(files)],
      reason: isPackage ? `no workspace has the package of "${specifier}"` : `no file is at "${specifier}"`,
    };
  }

  #file(specifier, folder) {
    const from = join(folder, "from-here.ts");
    const found = ts.resolveModuleName(specifier, from, this.options, this.#host).resolvedModule
      ?.resolvedFileName;
    const inside = found !== undefined && !relative(this.#root, resolve(found)).startsWith("..");
    return inside && !found.includes("/node_modules/") ? resolve(found) : undefined;
  }

  #packageFolder(index) {
    let folder = dirname(index);
    while (folder !== this.#root && folder !== dirname(folder) && !existsSync(join(folder, "package.json"))) {
      folder = dirname(folder);
    }
    return folder;
  }
}

function workspaces(root) {
  const declared = parsed(join(root, "package.json"))?.workspaces;
  const patterns = Array.isArray(declared) ? declared : (declared?.packages ?? []);
  return patterns
    .flatMap((pattern) =>
      foldersOf(
        root,
        pattern.split("/").filter((part) => part !== "" && part !== "."),
      ),
    )
    .map((folder) => ({ folder, manifest: parsed(join(folder, "package.json")) }))
    .filter(({ manifest }) => typeof manifest?.name === "string")
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }));
}

/** The folders of a pattern of npm's; of its wildcards those that stand for one folder. */
function foldersOf(folder, [part, ...rest]) {
  if (part === undefined) {
    return [folder];
  }
  if (!part.includes("*")) {
    return existsSync(join(folder, part)) ? foldersOf(join(folder, part), rest) : [];
  }
  const name = new RegExp(
    `^${part
      .split(/\*+/)
      .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && name.test(entry.name))
    .flatMap((entry) => foldersOf(join(folder, entry.name), rest));
}

/** What TypeScript's `paths` are to say of a package. */
function pathsOf({ name, folder, manifest }) {
  const exported = manifest.exports;
  const isMap =
    typeof exported === "object" && Object.keys(exported ?? {}).some((key) => key.startsWith("."));
  const subpaths = isMap ? exported : { ".": exported };
  const paths = {};
  for (const [key, target] of Object.entries(subpaths)) {
    const main = key === "." ? [manifest.source, manifest.module, manifest.main, manifest.types] : [];
    const named = [...targets(target), ...main].filter((path) => typeof path === "string");
    const fallbacks = key === "." ? ["src/index", "index"] : [];
    paths[`${name}${key.slice(1)}`] = [...new Set([...named.flatMap(sources), ...fallbacks])].map((path) =>
      join(folder, path),
    );
  }
  if (!isMap && exported === undefined) {
    paths[`${name}/*`] = ["*", "src/*"].map((path) => join(folder, path));
    paths[`${name}/dist/*`] = ["src/*", "*", "dist/*"].map((path) => join(folder, path));
  }
  return paths;
}

function targets(target) {
  return typeof target === "object" && target !== null ? Object.values(target).flatMap(targets) : [target];
}

function sources(target) {
  const path = target.replace(/^\.\//, "").replace(EXTENSION, "");
  const behind = path.replace(BUILT, "");
  return behind === path ? [path] : [`src/${behind}`, behind, path];
}
