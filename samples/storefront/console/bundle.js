import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = new URL("../", import.meta.url);

/** The order in which a shop mounts its plugins; `host/documented-sequences.js` says why. */
const FOLDERS = ["catalog", "cart", "checkout", "notification", "shipping", "reporting"];

/** Two modules of the host read files. In a page there are none, so these take their place. */
const REPLACED = {
  "host/topics.js": () => `
    import manifest from "../topics-manifest.json";
    import { EventRouter } from "./event-router.js";
    import { REROUTED } from "./rerouted.js";
    export const router = new EventRouter(manifest, REROUTED);
  `,
  "host/documented-sequences.js": () => {
    const entries = FOLDERS.flatMap((folder) =>
      JSON.parse(readFileSync(new URL(`json-sequences/${folder}/index.json`, ROOT), "utf8")).sequences.map(
        ({ file, handlersPath }) => ({ sequencePath: `json-sequences/${folder}/${file}`, handlersPath }),
      ),
    );
    const imports = entries.map(
      ({ sequencePath, handlersPath }, i) =>
        `import sequence${i} from "../${sequencePath}"; import { handlers as handlers${i} } from "../${handlersPath}";`,
    );
    const list = entries.map(
      ({ handlersPath }, i) => `{ sequence: sequence${i}, handlers: handlers${i}, handlersPath: "${handlersPath}" }`,
    );
    return `${imports.join("\n")}\nexport const loadDocumentedSequences = async () => [${list.join(", ")}];`;
  },
};

/** @returns {Promise<Uint8Array>} the whole storefront as one script for a browser, readable, without a source map */
export async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page.js", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
    plugins: [
      {
        name: "no-files-in-a-page",
        setup(setup) {
          setup.onLoad({ filter: /[/\\]host[/\\](topics|documented-sequences)\.js$/ }, ({ path }) => {
            const name = `host/${path.split(/[/\\]/).at(-1)}`;
            return { contents: REPLACED[name](), loader: "js" };
          });
        },
      },
    ],
  });
  return outputFiles[0].contents;
}
