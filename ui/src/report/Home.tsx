import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Answer, Finding, Part } from '../exhibits/answer';
import { ExhibitView } from '../exhibits/ExhibitView';
import { FindingsView } from '../exhibits/FindingsView';
import { Frame } from '../exhibits/Frame';
import type { Doors } from '../exhibits/references';
import { capital, findingsOf, Tally } from './Answers';
import { follow } from './Panel';
import { hrefOf, type Trail } from './trail';

interface Props {
  answer: Answer;
  parts: Part[];
  trail: Trail;
  doors: Doors;
}

/** The first page of a report: what to look at first, which answers there are, and why others are not there. */
export function Home({ answer, parts, trail, doors }: Props) {
  const beside = (finding: Finding) => {
    const part = parts.find(({ exhibits }) => findingsOf(exhibits).some((other) => isSame(finding, other)));
    return part && <From part={part} trail={trail} />;
  };
  const absent = parts.filter(({ absence }) => absence !== '');
  const [first, ...others] = answer.exhibits;
  return (
    <div class="home">
      {first?.kind === 'findings' && <FindingsView exhibit={first} doors={doors} beside={beside} />}
      <div>
        {parts.length > absent.length && <Contents parts={parts} trail={trail} />}
        {others.map((exhibit, index) => (
          <ExhibitView key={index} exhibit={exhibit} doors={doors} />
        ))}
        {absent.length > 0 && (
          <Frame kind="contents" title="what is not there, and why">
            <ul>
              {absent.map(({ id, absence }) => (
                <li key={id}>
                  <span>{capital(visible(id))}</span>
                  <p>
                    <Words text={absence} />
                  </p>
                </li>
              ))}
            </ul>
          </Frame>
        )}
      </div>
    </div>
  );
}

function Contents({ parts, trail }: { parts: Part[]; trail: Trail }) {
  return (
    <Frame kind="contents" title="every answer">
      <ul>
        {parts
          .filter(({ absence }) => absence === '')
          .map((part) => (
            <li key={part.id}>
              <a href={hrefOf('', part.id)} onClick={(event) => follow(event, () => trail.turn(part.id))}>
                {visible(part.question)}
              </a>
              <Tally findings={findingsOf(part.exhibits)} />
            </li>
          ))}
      </ul>
    </Frame>
  );
}

function From({ part, trail }: { part: Part; trail: Trail }) {
  return (
    <a
      class="from"
      href={hrefOf('', part.id)}
      title={visible(part.question)}
      onClick={(event) => follow(event, () => trail.turn(part.id))}
    >
      {visible(part.id)}
    </a>
  );
}

function isSame(finding: Finding, other: Finding): boolean {
  return finding.rule === other.rule && finding.sentence === other.sentence;
}
