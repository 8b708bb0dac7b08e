import { useAnswer } from '../../../dashboard/asked';
import { doorsOf } from '../../../dashboard/doors';
import { exhibit, factOf, others, plainOf } from '../../../dashboard/find';
import { PageHead } from '../../../dashboard/PageHead';
import type { PageProps } from '../../../dashboard/Page';
import { hrefOf } from '../../../dashboard/route';
import { asking, scopeOf } from '../../../dashboard/scope';
import { Told } from '../../../dashboard/States';
import { ExhibitView } from '../../../exhibits/ExhibitView';
import { SummaryView } from '../../../exhibits/SummaryView';

/** One execution, beat by beat. */
export default function ExecutionPage({ where }: PageProps) {
  const id = where.query.get('id') ?? '';
  const doors = doorsOf(where);
  const asked = useAnswer(id === '' ? undefined : `/api/executions/${encodeURIComponent(id)}`);
  const summary = exhibit(asked.data, 'summary');
  const sequence = plainOf(factOf(summary, 'sequence id'));
  return (
    <>
      <PageHead kind="execution" title={summary?.title || id} {...(summary ? { question: id } : {})}>
        <a href={hrefOf('timeline', { execution: id })}>timeline</a>
        {sequence !== '' && <a href={hrefOf('sequence', { ...scopeOf(where), id: sequence })}>its sequence</a>}
      </PageHead>
      <Told title="execution" asked={asked} rows={10}>
        {(answer) => (
          <div class="stack">
            {summary && <SummaryView summary={{ ...summary, title: '' }} doors={doors} />}
            <Lanes execution={id} doors={doors} />
            {others(answer, summary).map((one, index) => (
              <ExhibitView key={index} exhibit={one} doors={doors} />
            ))}
          </div>
        )}
      </Told>
    </>
  );
}

/** What it did as lanes, where this server has the timeline. */
function Lanes({ execution, doors }: { execution: string; doors: ReturnType<typeof doorsOf> }) {
  const known = useAnswer<{ analyses: { id: string }[] }>('/api/analyses');
  const there = known.data?.analyses.some(({ id }) => id === 'timeline') ?? false;
  const asked = useAnswer(there ? asking('analyses/timeline', {}, { execution, buckets: 1000 }) : undefined);
  const lanes = asked.data?.exhibits.filter((one) => (one as { kind: string }).kind === 'lanes') ?? [];
  return (
    <div id="lanes" class={lanes.length === 0 ? 'nothing-here' : 'stack'}>
      {lanes.map((one, index) => (
        <ExhibitView key={index} exhibit={one} doors={doors} />
      ))}
    </div>
  );
}
