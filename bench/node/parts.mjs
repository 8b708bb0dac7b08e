// Reads a file in parts of whole lines: a string of Node holds at most half a gigabyte of characters.
import { closeSync, openSync, readSync } from 'node:fs';

const PART_BYTES = 256 * 1024 * 1024;
const NEWLINE = 0x0a;

export function* parts(file) {
  const handle = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(PART_BYTES);
  let filled = 0;
  try {
    for (;;) {
      const read = readSync(handle, buffer, filled, PART_BYTES - filled, null);
      filled += read;
      if (read > 0 && filled < PART_BYTES) continue;
      const newline = buffer.lastIndexOf(NEWLINE, filled - 1);
      const end = read === 0 || newline < 0 ? filled : newline + 1;
      if (end > 0) yield buffer.toString('utf8', 0, end);
      buffer.copy(buffer, 0, end, filled);
      filled -= end;
      if (read === 0 && filled === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}
