import { count } from '../base/figures';
import { visible } from '../base/visible';
import type { Exhibit, Finding, Part } from '../exhibits/answer';
import { follow } from './Panel';
import { hrefOf, type Trail } from './trail';

interface Props {
  parts: Part[];
  trail: Trail;
  /** The id of the part that is shown; empty for the first page. */
  shown: string;
}

/** The way between the answers: what is open beside each, and what is not there. */
export function Answers({ parts, trail, shown }: Props) {
  const absent = parts.filter(({ absence }) => absence !== '');
  const entry = (id: string, words: string, title: string) => (
    <li key={id}>
      <a
        href={hrefOf('', id)}
        title={title}
        {...(id === shown ? { 'aria-current': 'page' as const } : {})}
        onClick={(event) => follow(event, () => trail.turn(id))}
      >
        {words}
        <Tally findings={findingsOf(parts.find((part) => part.id === id)?.exhibits ?? [])} />
      </a>
    </li>
  );
  return (
    <nav class="answers" aria-label="answers">
      <ol>
        {entry('', 'Look first', 'what is worth a look, over all answers')}
        {absent.length < parts.length && (
          <li class="group" aria-hidden="true">
            Answers
          </li>
        )}
        {parts
          .filter(({ absence }) => absence === '')
          .map(({ id, question }) => entry(id, capital(visible(id)), visible(question)))}
        {absent.length > 0 && (
          <li class="group" aria-hidden="true">
            Not there
          </li>
        )}
        {absent.map(({ id, absence }) => (
          <li key={id}>
            <span class="absent" title={visible(absence)}>
              {capital(visible(id))}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How many findings there are, in the colour of the worst; nothing where there are none. */
export function Tally({ findings }: { findings: Finding[] }) {
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  const words = worst && `${findings.length === 1 ? 'a finding' : `${count(findings.length)} findings`}, ${worst} at worst`;
  return worst ? (
    <span class={`tally ${worst}`} title={words}>
      {count(findings.length)}
    </span>
  ) : null;
}

/** All findings of some exhibits. */
export function findingsOf(exhibits: Exhibit[]): Finding[] {
  return exhibits.flatMap((exhibit) => (exhibit.kind === 'findings' ? exhibit.findings : []));
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
