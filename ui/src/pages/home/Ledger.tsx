import { count, share } from '../../base/figures';
import { useAnswer } from '../../dashboard/asked';
import { exhibit, factOf, numberOf } from '../../dashboard/find';
import type { PageProps } from '../../dashboard/Page';
import { hrefOf } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';

/** How far what is shown can be trusted; each figure leads to why. */
export function Ledger({ where }: PageProps) {
  const asked = useAnswer('/api/content');
  const scope = scopeOf(where);
  return (
    <Told title="What was read" asked={asked} rows={1}>
      {(answer) => {
        const summary = exhibit(answer, 'summary');
        const of = (label: string) => numberOf(factOf(summary, label));
        const mapped = of('beats') === 0 ? 0 : Math.floor((of('mapped beats') / of('beats')) * 1e6);
        const failed = of('failed handler runs');
        const unended = of('handler runs that never ended');
        return (
          <section class="exhibit ledger-line" aria-label="what was read, in the whole store">
            <ul>
              <Figure value={count(of('lines'))} words="lines read" href={hrefOf('ledger', scope)} />
              <Figure value={count(of('executions'))} words="executions" href={hrefOf('executions', { ...scope, status: 'begun' })} />
              <Figure value={count(of('beats'))} words="beats" href={hrefOf('sequences', scope)} />
              {of('checkouts') > 0 ? (
                <Figure
                  value={of('beats') === 0 ? '–' : share(mapped)}
                  words={`mapped to code${of('beats') > of('mapped beats') ? `, ${count(of('beats') - of('mapped beats'))} not` : ''}`}
                  href={hrefOf('coverage', scope)}
                />
              ) : (
                <Figure value="no" words="code is known" href={hrefOf('coverage', scope)} manner="warn" />
              )}
              <Figure
                value={count(of('rejected lines'))}
                words="lines rejected"
                href={hrefOf('ledger', scope)}
                manner={of('rejected lines') > 0 ? 'warn' : ''}
              />
              {of('unknown lines') > 0 && (
                <Figure value={count(of('unknown lines'))} words="lines of no known kind" href={hrefOf('ledger', scope)} />
              )}
              {failed > 0 && (
                <Figure
                  value={count(failed)}
                  words={failed === 1 ? 'handler run failed' : 'handler runs failed'}
                  href={hrefOf('executions', { ...scope, handler_outcome: 'failed' })}
                  manner="bad"
                />
              )}
              {unended > 0 && (
                <Figure
                  value={count(unended)}
                  words="never ended"
                  href={hrefOf('executions', { ...scope, handler_outcome: 'never_ended' })}
                  manner="bad"
                />
              )}
              {of('contradictions') > 0 && (
                <Figure
                  value={count(of('contradictions'))}
                  words="completed despite failures"
                  href={hrefOf('executions', { ...scope, status: 'contradiction' })}
                  manner="bad"
                />
              )}
            </ul>
          </section>
        );
      }}
    </Told>
  );
}

function Figure({ value, words, href, manner = '' }: { value: string; words: string; href: string; manner?: string }) {
  return (
    <li class={manner}>
      <a href={href}>
        <b>{value}</b> <span>{words}</span>
      </a>
    </li>
  );
}
