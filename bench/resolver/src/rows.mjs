import { readFileSync } from "node:fs";

/**
 * Reads Backbeat's rows: an array of objects, or the exhibit document that `backbeat query --output json` prints.
 *
 * @param {string} file
 * @returns {Record<string, string | number | null>[]} one object for each row, by column
 */
export function rowsOf(file) {
  const content = JSON.parse(readFileSync(file, "utf8"));
  const rows = Array.isArray(content) ? content : (content.exhibits ?? []).flatMap(rowsOfExhibit);
  for (const row of rows) {
    for (const column of ["plugin", "sequence_id", "handler", "path", "line"]) {
      if (!(column in row)) {
        throw new Error(`${file} has a row without the column \`${column}\``);
      }
    }
  }
  return rows.map((row) => ({ ...row, line: row.line === null ? null : Number(row.line) }));
}

function rowsOfExhibit({ kind, columns, rows }) {
  return kind === "table"
    ? rows.map((cells) => Object.fromEntries(columns.map(({ title }, i) => [title, valueOf(cells[i])])))
    : [];
}

/** What a cell says: a text, a number, or null; whether a number comes as a text or as a count. */
function valueOf(cell) {
  const value = cell?.value ?? cell;
  if (value === null || typeof value !== "object") {
    return value ?? null;
  }
  if (value.kind === "unknown") {
    return null;
  }
  const { kind, ...parts } = value;
  const said = Object.values(parts).find((part) => typeof part === "string" || typeof part === "number");
  return said === undefined || (kind === "text" && said === "NULL") ? null : said;
}
