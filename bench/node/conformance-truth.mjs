// Compares the findings of each session with what was planted there. A finding counts where its rule, sequence and (where
// the truth names one) handler are right. Findings that follow from a planted fault of the same session are no surplus.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [backbeat, store, data] = process.argv.slice(2);
const truth = JSON.parse(readFileSync(`${data}/ground-truth.json`, 'utf8'));
const ids = {
  'canvas-component/delete.json': 'canvas-component-delete-symphony',
  'canvas-component/update.json': 'canvas-component-update-symphony',
  'header/ui.theme.toggle.json': 'header-ui-theme-toggle-symphony',
  'library-component/drag.json': 'library-component-drag-symphony',
};
const byEvent = { 'canvas:component:create': 'canvas-component-create-symphony', 'app:ui:theme:toggle': 'header-ui-theme-toggle-symphony' };
const rules = {
  'handler-throws': 'CONF007',
  'handler-never-resolves': 'CONF008',
  'beat-missing': 'CONF001',
  'beats-wrong-order': 'CONF004',
  'sequence-not-completing': 'CONF006',
  'bad-payload': 'CONF007',
  'beat-fails-in-conductor': 'CONF010',
  'topic-with-zero-routes': 'CONF101',
};
// Topics that no session of any build routes: the host's own, reviewed; what listens to them is not on the bus.
const ambientTopics = new Set([
  'canvas.component.created', 'canvas.component.deleted', 'canvas.component.resize.end', 'canvas.component.resize.start',
  'canvas.component.selection.changed', 'canvas.component.selections.cleared', 'control.panel.selection.updated',
]);

function ask(...args) {
  return JSON.parse(execFileSync(backbeat, [...args, '--store', store, '--output', 'json'], { maxBuffer: 1 << 28 }));
}

// As text: the ids are larger than what this language counts exactly.
const sql = "select cast(s.session_id as varchar) as id, i.name from sessions s join inputs i on i.input = s.input";
const sessions = new Map(ask('query', sql).exhibits[0].rows.map(([id, name]) => [
  name.value.text.split('/').pop(),
  BigInt.asUintN(64, BigInt(id.value.text)).toString(16).padStart(16, '0'),
]));

function planted(fault) {
  if (fault.events) {
    return fault.events.map((event, i) => ({ rule: 'CONF010', sequence: byEvent[event], handler: fault.handlers[i] }));
  }
  if (fault.kind.startsWith('sequence-json')) {
    return [{ rule: 'CONF011', sequence: ids[fault.file] }];
  }
  const handler = fault.handler ?? fault.missingHandler;
  return [{ rule: rules[fault.kind], sequence: fault.sequence, handler, topic: fault.topic }];
}

function fits(wanted, finding) {
  return wanted.rule === finding.rule
    && (wanted.topic === undefined || finding.sentence.includes('`' + wanted.topic + '`'))
    && (wanted.sequence === undefined || wanted.sequence === finding.sequence)
    && (wanted.handler === undefined || wanted.handler === finding.handler?.handler);
}

const kinds = new Map();
const tally = (kind) => kinds.get(kind) ?? kinds.set(kind, { planted: 0, found: 0 }).get(kind);
let right = 0;
let following = 0;
const surplus = [];
for (const session of Object.values(truth.sessions)) {
  const id = [...sessions].find(([name]) => name === session.file)?.[1]
    ?? sessions.get(fileOf(session));
  if (id === undefined) {
    console.error(`not in the store: ${session.id}`);
    continue;
  }
  const findings = ask('conformance', '--session', id).exhibits.find((one) => one.kind === 'findings').findings
    .filter((one) => !(one.rule === 'CONF101' && [...ambientTopics].some((topic) => one.sentence.includes('`' + topic + '`'))));
  const met = new Set();
  for (const fault of session.faults) {
    for (const wanted of planted(fault)) {
      tally(fault.kind).planted++;
      const hit = findings.filter((one) => fits(wanted, one));
      hit.forEach((one) => met.add(one));
      tally(fault.kind).found += hit.length > 0 ? 1 : 0;
    }
  }
  right += met.size;
  for (const finding of findings) {
    if (!met.has(finding)) {
      if (session.faults.length > 0) following++;
      else surplus.push(`${session.id}: ${finding.rule} ${finding.sentence}`);
    }
  }
}

function fileOf(session) {
  const readme = readFileSync(`${data}/README.md`, 'utf8');
  return readme.split('\n').find((line) => line.includes(`| ${session.id} |`))?.split('|')[1].trim();
}

for (const [kind, { planted: all, found }] of kinds) {
  console.log(`${kind.padEnd(32)} planted ${all}  found ${found}  recall ${(found / all).toFixed(2)}`);
}
console.log(`precision ${(right / (right + surplus.length)).toFixed(2)}: ${right} right, ${surplus.length} surplus in sessions without faults`);
console.log(`${following} further findings in sessions with faults: what follows from them`);
surplus.forEach((one) => console.log(`surplus ${one}`));
