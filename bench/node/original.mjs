// Runs the log analyzer of a RenderX checkout that somebody names, part by part, with nothing of it kept here.
// usage: node original.mjs <checkout> <log>
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parts } from './parts.mjs';

const [checkout, log] = process.argv.slice(2);
const source = join(checkout, 'src/ui/telemetry/LogAnalyzer.ts');
if (!existsSync(source)) throw new Error(`no ${source}`);

// esbuild of the checkout, or of the folder that BACKBEAT_BENCH_ESBUILD names.
const places = [process.env.BACKBEAT_BENCH_ESBUILD, checkout].filter(Boolean);
const esbuild = places.map((place) => load(place, 'esbuild')).find(Boolean);
if (!esbuild) throw new Error('found no esbuild; install it and name its folder in BACKBEAT_BENCH_ESBUILD');

const folder = mkdtempSync(join(tmpdir(), 'renderx-original-'));
try {
  const module = join(folder, 'analyzer.mjs');
  writeFileSync(module, esbuild.transformSync(readFileSync(source, 'utf8'), { loader: 'ts', format: 'esm' }).code);
  const { parseRawLogFile } = await import(pathToFileURL(module).href);
  let lines = 0;
  for (const part of parts(log)) lines += parseRawLogFile(part).totalLines;
  console.log(JSON.stringify({ lines }));
} finally {
  rmSync(folder, { recursive: true });
}

function load(place, name) {
  try {
    return createRequire(join(resolve(place), 'package.json'))(name);
  } catch {
    return undefined;
  }
}
