import { writeFileSync } from "node:fs";

const LEVELS = { log: "LOG", info: "INFO", warn: "WARN", error: "ERROR", debug: "DEBUG" };

/**
 * Records what a process prints to its console, one call after the other: `[ISO time] LEVEL text`.
 *
 * The text is what the caller passed, joined by blanks: strings as they are (with `%c` and its CSS), errors as their
 * stack (on lines of their own), other objects as JSON. A group's title is a `LOG` line, as Node prints it; a group's
 * end and its indentation leave no trace.
 */
export class ConsoleRecorder {
  #lines = [];
  #originals = new Map();
  #rewrites;

  /** @param {[string, string][]} rewrites what to write instead of a text, e.g. of the folder the process runs in */
  constructor(rewrites = []) {
    this.#rewrites = rewrites;
  }

  /** Takes the console over: from now on nothing is printed. */
  start() {
    for (const [method, level] of Object.entries(LEVELS)) {
      this.#replace(method, (...values) => this.#record(level, values));
    }
    for (const method of ["group", "groupCollapsed"]) {
      this.#replace(method, (...title) => title.length > 0 && this.#record("LOG", title));
    }
    this.#replace("groupEnd", () => {});
    return this;
  }

  /** Gives the console back. */
  stop() {
    for (const [method, original] of this.#originals) {
      console[method] = original;
    }
    this.#originals.clear();
  }

  /** @returns {string} everything that was recorded */
  text() {
    return this.#lines.map((line) => `${line}\n`).join("");
  }

  /** @param {string | URL} file */
  save(file) {
    writeFileSync(file, this.text());
  }

  #replace(method, replacement) {
    this.#originals.set(method, console[method]);
    console[method] = replacement;
  }

  #record(level, values) {
    const time = new Date().toISOString();
    let text = values.map(describe).join(" ");
    for (const [from, to] of this.#rewrites) {
      text = text.replaceAll(from, to);
    }
    this.#lines.push(`[${time}] ${level} ${text}`);
  }
}

function describe(value) {
  if (value instanceof Error) {
    return value.stack ?? String(value);
  }
  if (typeof value !== "object" || value === null) {
    return String(value);
  }
  try {
    return JSON.stringify(value);
  } catch {
    // A cycle, or a getter that throws.
    return String(value);
  }
}
