import type { ComponentChildren } from 'preact';
import { count } from '../base/figures';
import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Finding, Findings, Reference } from './answer';
import { Door } from './Door';
import { Frame } from './Frame';
import { briefOf, type Doors } from './references';

interface Props {
  exhibit: Findings;
  doors: Doors;
  /** What else stands at a finding, such as which answer it is of. */
  beside?: (finding: Finding) => ComponentChildren;
  /** Where more is said of a finding. */
  more?: (finding: Finding) => string;
  /** What stands at the right of the title. */
  tools?: ComponentChildren;
}

/** Findings, the most severe first, and the rules that were checked. */
export function FindingsView({ exhibit, doors, beside, more, tools }: Props) {
  const { findings, rules } = exhibit;
  return (
    <Frame kind="findings" title={exhibit.title} aside={findings.length > 0 && !beside && !tools && count(findings.length)} tools={tools}>
      {findings.length === 0 ? (
        <p class="empty">
          <Words text={exhibit.whenEmpty} />
        </p>
      ) : (
        <ol>
          {findings.map((finding, index) => (
            <FindingRow key={index} finding={finding} doors={doors} beside={beside?.(finding)} more={more?.(finding)} />
          ))}
        </ol>
      )}
      {rules.length > 0 && (
        <p class="checked">
          checked:{' '}
          {rules.map(({ rule, checks }, index) => (
            <span key={rule}>
              {index > 0 && ', '}
              <span class="mono">{visible(rule)}</span> {Number(checks) === 1 ? 'once' : `${count(checks)} times`}
            </span>
          ))}
        </p>
      )}
    </Frame>
  );
}

interface RowProps {
  finding: Finding;
  doors: Doors;
  beside: ComponentChildren;
  more: string | undefined;
}

function FindingRow({ finding, doors, beside, more }: RowProps) {
  const shown = more === undefined ? finding.evidence.filter(({ kind }) => kind !== 'executions') : nearest(finding.evidence);
  return (
    <li class={finding.severity}>
      <span class="severity">
        {more ? (
          <a href={more} class="mono">
            {visible(finding.rule)}
          </a>
        ) : (
          <span class="mono">{visible(finding.rule)}</span>
        )}{' '}
        <span>{finding.severity}</span>
      </span>
      <div>
        <p>
          <Words text={finding.sentence} />
        </p>
        <p class="evidence">
          {shown.map((reference, index) => (
            <span key={index}>
              {index > 0 && ' · '}
              <Door references={[reference]} doors={doors}>
                <span class="mono">{briefOf(reference, doors.brief)}</span>
              </Door>
            </span>
          ))}
          {finding.hint !== '' && !more && (
            <span class="hint">
              {finding.evidence.length > 0 && ' · '}
              <Words text={finding.hint} />
            </span>
          )}
        </p>
      </div>
      <span class="times">
        <Door references={behind(finding.evidence)} doors={doors}>
          {count(finding.count)}
        </Door>{' '}
        ×
        {beside}
      </span>
    </li>
  );
}

/** What a count leads to: the executions that it counts, else the first of them, or where it stands. */
export function behind(evidence: Reference[]): Reference[] {
  return (['executions', 'execution', 'place', 'handler', 'code'] as const).flatMap((kind) =>
    evidence.filter((reference) => reference.kind === kind).slice(0, 1),
  );
}

/** Of each kind the first, where the whole is told elsewhere; code twice, since a document may be the second. */
function nearest(evidence: Reference[]): Reference[] {
  const of = (kind: Reference['kind'], most: number) => evidence.filter((reference) => reference.kind === kind).slice(0, most);
  return [...of('code', 2), ...of('place', 1), ...of('execution', 1)].slice(0, 3);
}
