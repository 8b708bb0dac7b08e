// Draws text from standard input as a terminal window in SVG, for the README.
// usage: … | node terminal.mjs "the command that was typed" > picture.svg
import { readFileSync } from "node:fs";

const typed = process.argv[2] ?? "";
const lines = ["$ " + typed, "", ...readFileSync(0, "utf8").replace(/\n$/, "").split("\n")];
const charWidth = 7.8;
const lineHeight = 17;
const columns = Math.max(...lines.map((line) => [...line].length));
const width = Math.round(columns * charWidth + 40);
const height = lines.length * lineHeight + 40;
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const colour = (line) =>
  line.startsWith("$ ") ? "#e8e6e3"
  : line.startsWith("error") ? "#ff8e80"
  : line.startsWith("warning") ? "#f0c674"
  : /^(bottlenecks|reported|in the store)/.test(line) ? "#8ab4f8"
  : line.startsWith("    ") ? "#9a9894"
  : "#d5d3cf";

const rows = lines.map(
  (line, i) =>
    `<text x="20" y="${30 + i * lineHeight}" fill="${colour(line)}" xml:space="preserve">${escape(line)}</text>`,
);
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="terminal output">
<rect width="100%" height="100%" rx="6" fill="#1d1f21"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
${rows.join("\n")}
</g>
</svg>
`);
