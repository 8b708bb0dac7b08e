// Compares the findings of each session with what was planted there. A finding counts where its rule, sequence and (where
// the truth names one) handler or topic are right. What is no planted fault has to be in the reviewed list, with a reason;
// everything else is surplus.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [backbeat, store, data, reviewedFile] = process.argv.slice(2);
const truth = JSON.parse(readFileSync(`${data}/ground-truth.json`, 'utf8'));
const reviewed = JSON.parse(readFileSync(reviewedFile, 'utf8'));
const ids = {
  'canvas-component/delete.json': 'canvas-component-delete-symphony',
  'canvas-component/update.json': 'canvas-component-update-symphony',
  'header/ui.theme.toggle.json': 'header-ui-theme-toggle-symphony',
  'library-component/drag.json': 'library-component-drag-symphony',
};
const byEvent = {
  'canvas:component:create': 'canvas-component-create-symphony',
  'app:ui:theme:toggle': 'header-ui-theme-toggle-symphony',
};
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

function ask(...args) {
  return JSON.parse(execFileSync(backbeat, [...args, '--store', store, '--output', 'json'], { maxBuffer: 1 << 28 }));
}

// As text: the ids are larger than what this language counts exactly.
const sql = 'select cast(s.session_id as varchar) as id, i.name from sessions s join inputs i on i.input = s.input';
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

const says = (finding, name) => name === undefined || name === '' || finding.sentence.includes('`' + name + '`');

function fits(wanted, finding) {
  return wanted.rule === finding.rule
    && says(finding, wanted.topic)
    && (wanted.sequence === undefined || wanted.sequence === finding.sequence)
    && (wanted.handler === undefined || wanted.handler === finding.handler?.handler);
}

const kinds = new Map();
const tally = (kind) => kinds.get(kind) ?? kinds.set(kind, { planted: 0, found: 0 }).get(kind);
let right = 0;
let ambient = 0;
let following = 0;
const surplus = [];
for (const [file, session] of Object.entries(truth.sessions)) {
  const id = sessions.get(file);
  if (id === undefined) {
    continue;
  }
  const findings = ask('conformance', '--session', id).exhibits.find((one) => one.kind === 'findings').findings;
  const met = new Set();
  const meet = (kind, wanted) => {
    tally(kind).planted++;
    const hit = findings.filter((one) => fits(wanted, one));
    hit.forEach((one) => met.add(one));
    tally(kind).found += hit.length > 0 ? 1 : 0;
  };
  session.faults.forEach((fault) => planted(fault).forEach((wanted) => meet(fault.kind, wanted)));
  for (const one of reviewed.ambient.filter((known) => known.truth)) {
    if (one.formats === undefined || one.formats.includes(session.format)) {
      meet(`ambient: ${one.names}`, { rule: one.rule, topic: one.names });
    }
  }
  right += met.size;
  const faults = session.faults.map((fault) => fault.kind);
  for (const finding of findings.filter((one) => !met.has(one))) {
    const known = (one) => one.rule === finding.rule && says(finding, one.names);
    if (reviewed.ambient.some(known)) {
      ambient++;
    } else if (reviewed.follows.some((one) => faults.includes(one.kind) && known(one))) {
      following++;
    } else {
      surplus.push(`${session.id}: ${finding.rule} ${finding.sentence}`);
    }
  }
}

console.log(`${'kind'.padEnd(36)} truth found recall`);
for (const [kind, { planted: all, found }] of kinds) {
  console.log(`${kind.padEnd(36)} ${String(all).padStart(5)} ${String(found).padStart(5)} ${(found / all).toFixed(2).padStart(6)}`);
}
console.log(`precision ${(right / (right + surplus.length)).toFixed(2)}: ${right} findings are in the truth, ${surplus.length} surplus`);
console.log(`besides, reviewed with a reason each: ${ambient} of every session, ${following} that follow from a planted fault`);
surplus.forEach((one) => console.log(`surplus ${one}`));
const complete = [...kinds.values()].every((kind) => kind.found === kind.planted);
process.exit(surplus.length === 0 && complete && kinds.size > 0 ? 0 : 1);
