const PLUGINS = new URL("../plugins/", import.meta.url).href;

/** Lets every plugin's module that exports handlers have them counted, if and when it is loaded. */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const source = loaded.source?.toString() ?? "";
  if (!url.startsWith(PLUGINS) || !source.includes("export const handlers")) {
    return loaded;
  }
  return { ...loaded, source: `${source}\nglobalThis.__countHandlers(handlers, import.meta.url);\n` };
}
