import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit, keyOf, others } from '../../dashboard/find';
import type { PageProps } from '../../dashboard/Page';
import { PageHead } from '../../dashboard/PageHead';
import { changed, go, hrefOf } from '../../dashboard/route';
import { asking, scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import type { Answer, Lanes } from '../../exhibits/answer';
import { ExhibitView } from '../../exhibits/ExhibitView';
import { FindingsView } from '../../exhibits/FindingsView';
import { LanesView } from '../../exhibits/lanes/LanesView';

/** So many parts of time are asked for: some for each pixel of a wide screen. */
const PARTS = 3000;

/** What happened, beat by beat? All in scope, one execution, two side by side, or variants. */
export default function TimelinePage({ where }: PageProps) {
  const scope = scopeOf(where);
  const execution = where.query.get('execution') ?? '';
  const other = where.query.get('other') ?? '';
  const show = where.query.get('show') === 'variants' ? 'variants' : '';
  const subject = execution === '' ? { show } : { execution, other };
  const url = asking('analyses/timeline', execution === '' ? scope : {}, { ...subject, parts: PARTS });
  const asked = useAnswer(url);
  const doors = doorsOf(where);
  return (
    <>
      <PageHead title="Timeline" question="What happened, beat by beat, in parallel or in turn?">
        {execution === '' ? (
          <>
            <a href={changed(where, { show: '' })} {...(show === '' ? { 'aria-current': 'page' as const } : {})}>
              runs
            </a>
            <a href={changed(where, { show: 'variants' })} {...(show !== '' ? { 'aria-current': 'page' as const } : {})}>
              variants
            </a>
          </>
        ) : (
          <>
            <Compare where={where} execution={execution} other={other} />
            <a href={hrefOf('execution', { ...scope, id: execution })}>the execution</a>
            <a href={hrefOf('timeline', scope)}>everything</a>
          </>
        )}
        <Saved url={asking('analyses/timeline', execution === '' ? scope : {}, subject)} />
      </PageHead>
      <Told title="What happened" asked={asked} rows={12}>
        {(answer) => <Happened answer={answer} url={url} doors={doors} scope={scope} closer={execution === '' && show === ''} />}
      </Told>
    </>
  );
}

/** The same for viewers of traces, in all detail there is. */
function Saved({ url }: { url: string }) {
  const as = (output: string) => `${url}${url.includes('?') ? '&' : '?'}output=${output}`;
  return (
    <>
      <a href={as('chrome-trace')} download title="Chrome trace events: opens in ui.perfetto.dev">
        for Perfetto
      </a>
      <a href={as('speedscope')} download title="opens in speedscope.app">
        for speedscope
      </a>
    </>
  );
}

interface HappenedProps {
  answer: Answer;
  url: string;
  doors: ReturnType<typeof doorsOf>;
  scope: ReturnType<typeof scopeOf>;
  /** Whether the server has more than was sent. */
  closer: boolean;
}

function Happened({ answer, url, doors, scope, closer }: HappenedProps) {
  const summary = exhibit(answer, 'summary');
  const findings = exhibit(answer, 'findings');
  const lanes = answer.exhibits.find((one): one is Lanes => one.kind === 'lanes');
  const rest = others(answer, summary, findings).filter((one) => one.kind !== 'lanes');
  return (
    <div class="stack">
      {lanes && (closer ? <Closer lanes={lanes} url={url} doors={doors} /> : <LanesView lanes={lanes} doors={doors} />)}
      <div class="abreast">
        {summary && <ExhibitView exhibit={{ ...summary, title: 'what is shown' }} doors={doors} />}
        {findings && (
          <FindingsView
            exhibit={findings}
            doors={doors}
            more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
          />
        )}
      </div>
      {rest.map((one) => (
        <ExhibitView key={`${one.kind} ${one.title}`} exhibit={one} doors={doors} />
      ))}
    </div>
  );
}

/** Lanes of which the server has more detail: looking closer asks it again. */
function Closer({ lanes, url, doors }: { lanes: Lanes; url: string; doors: ReturnType<typeof doorsOf> }) {
  const [range, setRange] = useState<{ begin: string; end: string; pixels: number }>();
  const [near, setNear] = useState<Lanes>();
  useEffect(() => {
    setRange(undefined);
    setNear(undefined);
  }, [url]);
  useEffect(() => {
    if (!range) {
      return undefined;
    }
    const stop = new AbortController();
    const separator = url.includes('?') ? '&' : '?';
    const closer = url.replace(/&parts=\d+/, '');
    fetch(`${closer}${separator}begin=${range.begin}&end=${range.end}&parts=${Math.max(200, range.pixels)}`, {
      signal: stop.signal,
    })
      .then((response) => (response.ok ? (response.json() as Promise<Answer>) : undefined))
      .then((answer) => {
        const found = answer?.exhibits.find((one): one is Lanes => one.kind === 'lanes');
        if (found && found.bars.lane.length > 0) {
          setNear(found);
        }
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, [range, url]);
  const whole = useMemo(
    () => ({ fromNanos: String(lanes.fromNanos), toNanos: String(lanes.toNanos) }),
    [String(lanes.fromNanos), String(lanes.toNanos)],
  );
  const load = (begin: string, end: string, pixels: number) => {
    if (begin === whole.fromNanos && end === whole.toNanos) {
      setRange(undefined);
      setNear(undefined);
    } else {
      setRange({ begin, end, pixels });
    }
  };
  return <LanesView lanes={near ?? lanes} doors={doors} load={load} whole={whole} />;
}

/** Another execution to hold beside the one that is shown. */
function Compare({ where, execution, other }: { where: PageProps['where']; execution: string; other: string }) {
  const [said, setSaid] = useState(other);
  return (
    <form
      class="compare"
      onSubmit={(event) => {
        event.preventDefault();
        go(changed(where, { execution, other: said.trim() }));
      }}
    >
      <input
        class="filter mono"
        value={said}
        placeholder="compare with: an id"
        aria-label="the id of another execution to hold beside it"
        onInput={(event) => setSaid(event.currentTarget.value)}
      />
    </form>
  );
}
