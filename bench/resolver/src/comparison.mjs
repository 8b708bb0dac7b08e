/**
 * Compares Backbeat's rows with what the resolver found.
 *
 * @param {Record<string, any>[]} rows
 * @param {import("./resolver.mjs").Resolved[]} resolved
 */
export function compared(rows, resolved) {
  const result = { equal: [], different: [], onlyBackbeat: [], onlyResolver: [], neither: [], unnamed: [] };
  const asked = new Set();
  for (const row of rows) {
    const ours = resolvedOf(row, resolved);
    if (!ours) {
      result.unnamed.push({ row });
      continue;
    }
    asked.add(ours);
    result[verdict(row, ours)].push({ row, ours });
  }
  return { ...result, unasked: resolved.filter((ours) => !asked.has(ours)) };
}

/** A row has the sequence's name where no log says its id, and the plugin that the log says. */
function resolvedOf(row, resolved) {
  const named = resolved.filter(({ handler }) => handler === row.handler);
  const byId = named.filter(({ sequence }) => sequence === row.sequence_id);
  const found = byId.length > 0 ? byId : named.filter(({ names }) => names.includes(row.sequence_id));
  return found.length === 1 ? found[0] : undefined;
}

function verdict(row, ours) {
  if (!row.path) {
    return ours.place ? "onlyResolver" : "neither";
  }
  if (!ours.place) {
    return "onlyBackbeat";
  }
  return row.path === ours.place.path && row.line === ours.place.line ? "equal" : "different";
}

/** @returns {string} the comparison for people */
export function described(result) {
  const { equal, different, onlyResolver, onlyBackbeat, neither, unnamed, unasked } = result;
  const lines = [
    `${equal.length + different.length} rows compared: ${equal.length} equal, ${different.length} different`,
    ...different.flatMap(({ row, ours }) => [
      `  ${name(row)}`,
      `    Backbeat  ${told(row)}`,
      `    resolver  ${at(ours.place)}`,
    ]),
    ...group("only the resolver has a place; why Backbeat has none", onlyResolver, {
      reason: ({ row }) => row.reason,
      place: ({ ours }) => at(ours.place),
    }),
    ...group("only Backbeat has a place; why the resolver has none", onlyBackbeat, {
      reason: ({ ours }) => ours.reason,
      place: ({ row }) => told(row),
    }),
    ...group("neither has a place; what each says", neither, {
      reason: ({ row, ours }) => `${row.reason} | ${ours.reason}`,
      place: () => "",
    }),
    ...group("no document names the handler", unnamed, {
      reason: ({ row }) => (row.path ? "Backbeat has a place" : "Backbeat has none"),
      place: ({ row }) => (row.path ? told(row) : ""),
    }),
    `${unasked.length} documented handlers are in no row`,
  ];
  return `${lines.join("\n")}\n`;
}

function group(title, entries, { reason, place }) {
  const reasons = new Map();
  for (const entry of entries) {
    const why = reason(entry) || "no reason is given";
    reasons.set(why, [...(reasons.get(why) ?? []), entry]);
  }
  return [
    `${entries.length} rows where ${title}`,
    ...[...reasons].flatMap(([why, of]) => [
      `  ${of.length} × ${why}`,
      ...of.map((entry) => `    ${name(entry.row)} ${place(entry)}`.trimEnd()),
    ]),
  ];
}

function name({ plugin, sequence_id: sequence, handler }) {
  return `${plugin ?? "?"} ${sequence} ${handler}`;
}

function told({ path, line, strategy, confidence }) {
  return `${path}:${line} (${strategy ?? "?"}, ${confidence ?? "?"} %)`;
}

function at({ path, line }) {
  return `${path}:${line}`;
}
