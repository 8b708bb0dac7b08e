// A peer to measure beside: scans a console log with regular expressions, a line at a time, as front ends that
// read such logs in the browser do. It finds times, plugins, sequences, subscriptions and gaps, but no execution,
// no beat and no handler, and it stores nothing.
import { parts } from './parts.mjs';

const TIME = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/;
const PLUGIN = /plugin[\s:]*(\w+Plugin|\w+)/i;
const TOPIC = /Subscribed to ["']([^"']+)["']/;
const SEQUENCES = [
  /Registered sequence\s+"([^"]+)"\s*\(id:\s*([^)]+)\)/i,
  /Registered sequence\s+"([^"]+)"/i,
  /Sequence registered:\s*([^"']+)/i,
  /Sequence\s+"([^"]+)"\s+validation\s+passed/i,
];
const GAP_MILLIS = 500;

class Scan {
  lines = 0;
  times = new Set();
  plugins = new Map();
  sequences = new Map();
  topics = new Map();

  text(text) {
    for (const line of text.split(/\r?\n/)) {
      if (line !== '') this.line(line);
    }
  }

  line(line) {
    this.lines++;
    const time = TIME.exec(line)?.[1];
    if (time !== undefined) this.times.add(time);
    if (line.includes('Plugin mounted successfully') || line.includes('Attempting to mount plugin')) {
      this.seen(this.plugins, PLUGIN.exec(line)?.[1], time);
    }
    if (
      line.includes('Registered sequence') ||
      line.includes('Sequence registered') ||
      line.includes('SequenceRegistry: Sequence')
    ) {
      this.sequence(line, time);
    }
    if (line.includes('EventBus: Subscribed to')) this.seen(this.topics, TOPIC.exec(line)?.[1], time);
  }

  sequence(line, time) {
    for (const shape of SEQUENCES) {
      const found = shape.exec(line);
      if (found === null) continue;
      const slug = (found[2] ?? found[1]).trim().toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
      this.seen(this.sequences, slug, time);
      return;
    }
  }

  seen(table, name, time) {
    if (name === undefined) return;
    let times = table.get(name);
    if (times === undefined) table.set(name, (times = []));
    if (time !== undefined) times.push(time);
  }

  gaps() {
    const sorted = [...this.times].sort();
    const gaps = [];
    for (let i = 1; i < sorted.length; i++) {
      const millis = Date.parse(sorted[i]) - Date.parse(sorted[i - 1]);
      if (millis > GAP_MILLIS) gaps.push({ start: sorted[i - 1], end: sorted[i], millis });
    }
    return gaps;
  }
}

const scan = new Scan();
for (const part of parts(process.argv[2])) scan.text(part);
console.log(
  JSON.stringify({
    lines: scan.lines,
    times: scan.times.size,
    plugins: scan.plugins.size,
    sequences: scan.sequences.size,
    topics: scan.topics.size,
    gaps: scan.gaps().length,
  }),
);
