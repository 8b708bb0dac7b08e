import { useAnswer } from '../../../dashboard/asked';
import { ChartView } from '../../../charts/ChartView';
import { doorsOf } from '../../../dashboard/doors';
import { exhibit, keyOf, others } from '../../../dashboard/find';
import { useFindings } from '../../../dashboard/findings';
import { PageHead } from '../../../dashboard/PageHead';
import type { PageProps } from '../../../dashboard/Page';
import { WaysOut } from '../../../dashboard/Peek';
import { hrefOf } from '../../../dashboard/route';
import { asking, scopeOf } from '../../../dashboard/scope';
import { Told } from '../../../dashboard/States';
import type { Answer, CodePlace, Document, Exhibit, Finding } from '../../../exhibits/answer';
import { DocumentView } from '../../../exhibits/DocumentView';
import { ExhibitView } from '../../../exhibits/ExhibitView';
import { FindingsView } from '../../../exhibits/FindingsView';
import { SummaryView } from '../../../exhibits/SummaryView';
import { ExecutionTable } from '../../shared/ExecutionTable';

const MOST_FINDINGS = 6;
const RUNS = [
  { manner: 'bars', colour: '--bar' },
  { manner: 'bars', colour: '--err' },
  { manner: 'bars', colour: '--warn' },
] as const;
const TIMES = [
  { manner: 'line', colour: '--bar' },
  { manner: 'line', colour: '--h3' },
  { manner: 'points', colour: '--h4' },
] as const;

/** Everything known about one handler. */
export default function HandlerPage({ where }: PageProps) {
  const plugin = where.query.get('of') ?? '';
  const sequence = where.query.get('in') ?? '';
  const handler = where.query.get('name') ?? '';
  const scope = scopeOf(where);
  const doors = doorsOf(where);
  const { build, session, from, to } = scope;
  const asked = useAnswer(asking('handlers', { plugin, sequence }, { handler, build, session, from, to }));
  const findings = useFindings(scope).all.filter((finding) => isAbout(finding, plugin, sequence, handler));
  return (
    <>
      <PageHead kind="handler" title={handler} question={[plugin, sequence].filter(Boolean).join(' · ')}>
        {sequence !== '' && <a href={hrefOf('sequence', { ...scope, id: sequence })}>its sequence</a>}
        {plugin !== '' && <a href={hrefOf('', { plugin })}>everything of its plugin</a>}
      </PageHead>
      <Told title="handler" asked={asked} rows={14}>
        {(answer) => {
          const parts = partsOf(answer);
          return (
            <div class="stack">
              {parts.figures && <SummaryView summary={{ ...parts.figures, title: '' }} doors={doors} />}
              {findings.length > 0 && (
                <FindingsView
                  exhibit={{ kind: 'findings', title: 'Findings about it', findings: findings.slice(0, MOST_FINDINGS), rules: [], whenEmpty: '' }}
                  doors={doors}
                  more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
                />
              )}
              <div class="handler-columns">
                <div class="stack">
                  {parts.source && <Source document={parts.source} place={parts.place} />}
                  {show(parts.knowledge)}
                  {show(parts.mapped)}
                </div>
                <div class="stack">
                  {parts.runs && <ChartView matrix={parts.runs} title="Runs over time" lines={[...RUNS]} doors={doors} />}
                  {parts.times && <ChartView matrix={parts.times} title="Own time over time" lines={[...TIMES]} doors={doors} />}
                  {parts.spread && <ChartView matrix={parts.spread} title="How long a run takes, up to" lines={[RUNS[0]]} doors={doors} />}
                </div>
              </div>
              <div class="abreast">
                {show(parts.errors)}
                {show(parts.state)}
              </div>
              <div class="abreast">
                {show(parts.tests)}
                {show(parts.bad)}
              </div>
              {show(parts.slowest)}
              {parts.rest.map(show)}
              {parts.runs && (
                <ExecutionTable
                  where={where}
                  scope={{ ...scope, handler_plugin: plugin, handler_sequence: sequence, handler_name: handler }}
                  most={15}
                  title="executions with it, newest first"
                />
              )}
            </div>
          );
        }}
      </Told>
    </>
  );

  function show(one: Exhibit | undefined) {
    return one ? <ExhibitView key={`${one.kind} ${one.title}`} exhibit={one} doors={doors} few={8} /> : null;
  }
}

function isAbout({ handler, evidence }: Finding, plugin: string, sequence: string, name: string): boolean {
  const keys = evidence.flatMap((reference) => (reference.kind === 'handler' ? [reference.handler] : []));
  return [...keys, ...(handler ? [handler] : [])].some(
    (key) => key.handler === name && key.plugin === plugin && (key.sequence === sequence || sequence === ''),
  );
}

function partsOf(answer: Answer) {
  const figures = answer.exhibits.find((one) => one.kind === 'summary' && one.title === '');
  const parts = {
    figures: figures?.kind === 'summary' ? figures : undefined,
    source: answer.exhibits.find((one): one is Document => one.kind === 'document'),
    runs: exhibit(answer, 'matrix', 'runs over time'),
    times: exhibit(answer, 'matrix', 'own time over time'),
    spread: exhibit(answer, 'matrix', 'own time of a run'),
    errors: exhibit(answer, 'table', 'errors of it'),
    state: exhibit(answer, 'table', 'state it writes'),
    knowledge: exhibit(answer, 'summary', 'code and documents'),
    tests: exhibit(answer, 'table', 'tests'),
    mapped: exhibit(answer, 'table', 'which function'),
    bad: exhibit(answer, 'table', 'runs that failed'),
    slowest: exhibit(answer, 'table', 'slowest runs'),
  };
  const code = parts.knowledge?.facts.find(({ label }) => label === 'code')?.cell.references?.find((reference) => reference.kind === 'code');
  return {
    ...parts,
    place: code?.kind === 'code' ? code.place : undefined,
    rest: others(answer, ...Object.values(parts)),
  };
}

function Source({ document, place }: { document: Document; place: CodePlace | undefined }) {
  return (
    <div class="source-here">
      <DocumentView document={document} />
      {place && <WaysOut place={place} />}
    </div>
  );
}
