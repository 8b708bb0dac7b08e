import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { Words } from '../../base/Words';
import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { CodeLines } from '../../dashboard/Peek';
import { hrefOf, type Where } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import type { Finding, Reference } from '../../exhibits/answer';
import { Door } from '../../exhibits/Door';
import { behind } from '../../exhibits/FindingsView';
import { Frame } from '../../exhibits/Frame';
import { wordsOf } from '../../exhibits/references';
import { Markdown } from './markdown';

const KINDS: Record<Reference['kind'], string> = {
  handler: 'handler',
  execution: 'execution',
  session: 'session',
  input: 'input',
  executions: 'executions',
  place: 'raw line',
  sequence: 'sequence',
  code: 'code',
};

/** One finding: what it leads to, its source line in place, and what its rule means. */
export function OneFinding({ finding, where }: { finding: Finding; where: Where }) {
  const doors = doorsOf(where);
  const rule = useAnswer<{ markdown: string }>(`/api/rules/${encodeURIComponent(finding.rule)}`);
  const code = finding.evidence.find((reference) => reference.kind === 'code');
  const of = Number(finding.executionsOf ?? -1);
  const some = Number(finding.executions ?? -1);
  const evidence = finding.evidence.filter((reference) => reference.kind !== 'sequence' || reference.sequence !== finding.sequence);
  return (
    <div class="one-finding stack">
      <Frame kind={`finding ${finding.severity}`} title={finding.rule} aside={<span class="severity">{finding.severity}</span>}>
        <p class="sentence">
          <Words text={finding.sentence} />
        </p>
        <dl class="leads">
          <div>
            <dt>seen</dt>
            <dd>
              <Door references={behind(finding.evidence)} doors={doors}>
                {count(finding.count)}
              </Door>{' '}
              ×{some >= 0 && of > 0 && `, in ${count(some)} of ${count(of)} executions (${share(Math.round((some / of) * 1e6))})`}
            </dd>
          </div>
          {finding.sequence && (
            <div>
              <dt>sequence</dt>
              <dd>
                <a class="mono" href={hrefOf('sequence', { ...scopeOf(where), id: finding.sequence })}>
                  {visible(finding.sequence)}
                </a>
              </dd>
            </div>
          )}
          {evidence.map((reference, index) => (
            <div key={index}>
              <dt>{KINDS[reference.kind]}</dt>
              <dd class="mono">
                <Door references={[reference]} doors={doors}>
                  {wordsOf(reference).replace(/^(handler|execution|session|sequence) |^the executions /, '')}
                </Door>
              </dd>
            </div>
          ))}
          {finding.hint !== '' && (
            <div>
              <dt>next</dt>
              <dd>
                <Words text={finding.hint} />
              </dd>
            </div>
          )}
        </dl>
      </Frame>
      {code?.kind === 'code' && <CodeLines place={code.place} where={where} around={3} />}
      <Told title={`What ${finding.rule} means`} asked={rule}>
        {({ markdown }) => (
          <Frame kind="rule" title={`What ${visible(finding.rule)} means`}>
            <Markdown text={markdown} />
          </Frame>
        )}
      </Told>
    </div>
  );
}
