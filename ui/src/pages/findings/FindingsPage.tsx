import { useEffect, useRef } from 'preact/hooks';
import { count } from '../../base/figures';
import { visible } from '../../base/visible';
import { Words } from '../../base/Words';
import { keyOf } from '../../dashboard/find';
import { useFindings } from '../../dashboard/findings';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { changed, go } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { Failed, Waiting } from '../../dashboard/States';
import type { Finding } from '../../exhibits/answer';
import { Frame } from '../../exhibits/Frame';
import { OneFinding } from './OneFinding';

/** Of which findings the page can be: all, errors and warnings, or of one severity. */
const SEVERITIES = ['', 'open', 'error', 'warning', 'info'];
const WORDS: Record<string, string> = { '': 'all', open: 'errors and warnings' };

function isOf(finding: Finding, severity: string): boolean {
  return severity === '' || finding.severity === severity || (severity === 'open' && finding.severity !== 'info');
}

/** So many are drawn at first; the others follow on demand. */
const MOST = 100;

/** What is wrong: every finding of every answer, with what its rule means beside it. */
export default function FindingsPage({ where }: PageProps) {
  const scope = scopeOf(where);
  const found = useFindings(scope);
  const severity = where.query.get('severity') ?? '';
  const rule = where.query.get('rule') ?? '';
  const text = (where.query.get('text') ?? '').toLowerCase();
  const most = Number(where.query.get('most') ?? MOST) || MOST;
  const wanted = found.all.filter(
    (finding) =>
      isOf(finding, severity) &&
      (rule === '' || finding.rule.startsWith(rule)) &&
      (text === '' || finding.sentence.toLowerCase().includes(text)),
  );
  const chosen = wanted.find((finding) => keyOf(finding) === where.query.get('finding')) ?? wanted[0];
  const failed = found.asked.find(({ trouble, data }) => trouble && !data)?.trouble;
  return (
    <>
      <PageHead title="Findings" question="What is worth a person's attention?" />
      <Filters all={found.all} checked={found.checked} where={where} severity={severity} rule={rule} />
      {failed && <Failed title="not every answer is there" trouble={failed} />}
      {!found.settled && !failed ? (
        <Waiting title="Findings" rows={12} />
      ) : (
        <div class="abreast list-detail">
          <Frame kind="findings list" title={`${count(wanted.length)} ${wanted.length === 1 ? 'finding' : 'findings'}`} aside={found.asking ? 'asking …' : ''}>
            {wanted.length === 0 ? (
              <p class="empty">
                {found.all.length === 0
                  ? `none of the ${found.checked.size} rules that were checked found anything`
                  : 'no finding is like that; widen the filter'}
              </p>
            ) : (
              <ol>
                {wanted.slice(0, most).map((finding) => (
                  <Row key={keyOf(finding)} finding={finding} chosen={finding === chosen} href={changed(where, { finding: keyOf(finding), peek: '' })} />
                ))}
              </ol>
            )}
            {wanted.length > most && (
              <button type="button" class="quiet" onClick={() => go(changed(where, { most: String(most * 5) }), true)}>
                more of {count(wanted.length)}
              </button>
            )}
          </Frame>
          {chosen && <OneFinding finding={chosen} where={where} />}
        </div>
      )}
    </>
  );
}

function Row({ finding, chosen, href }: { finding: Finding; chosen: boolean; href: string }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen && row.current && row.current.getBoundingClientRect().top > innerHeight) {
      row.current.scrollIntoView({ block: 'nearest' });
    }
  }, []);
  return (
    <li ref={row} class={chosen ? `${finding.severity} chosen` : finding.severity}>
      <span class="severity">
        <span class="mono">{visible(finding.rule)}</span> <span>{finding.severity}</span>
      </span>
      <a href={href} {...(chosen ? { 'aria-current': 'true' as const } : {})}>
        <Words text={finding.sentence} />
      </a>
      <span class="times">{count(finding.count)} ×</span>
    </li>
  );
}

interface FilterProps extends PageProps {
  all: Finding[];
  checked: Map<string, number>;
  severity: string;
  rule: string;
}

function Filters({ all, checked, where, severity, rule }: FilterProps) {
  const rules = [...new Set([...all.map((finding) => finding.rule), ...checked.keys()])].sort();
  const of = (name: string) => all.filter((finding) => finding.rule.startsWith(name)).length;
  const families = [...new Set(rules.map((name) => name.replace(/\d+$/, '')))];
  const set = (query: Record<string, string>) => go(changed(where, { ...query, finding: '', most: '', peek: '' }), true);
  return (
    <div class="filters" role="group" aria-label="which findings">
      <span class="segments">
        {SEVERITIES.map((name) => (
          <button
            key={name}
            type="button"
            class={`quiet ${name}`}
            aria-pressed={severity === name}
            onClick={() => set({ severity: name })}
          >
            {WORDS[name] ?? name} <b>{count(all.filter((one) => isOf(one, name)).length)}</b>
          </button>
        ))}
      </span>
      <label class="scope-chip">
        <span>rule</span>
        <select value={rule} onChange={(event) => set({ rule: event.currentTarget.value })}>
          <option value="">all {rules.length}</option>
          {families.map((family) => (
            <option key={family} value={family}>
              {family}… ({of(family)})
            </option>
          ))}
          {rules.map((name) => (
            <option key={name} value={name}>
              {visible(name)} ({of(name)})
            </option>
          ))}
        </select>
      </label>
      <input
        type="search"
        class="filter"
        placeholder="words of the sentence"
        aria-label="words of the sentence"
        value={where.query.get('text') ?? ''}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
    </div>
  );
}
