import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { changed, go, type Where } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { visible } from '../../base/visible';
import { ExecutionTable } from '../shared/ExecutionTable';
import { EXECUTIONS, filterOf } from '../shared/executions';

const STATUSES = [
  'begun',
  'completed',
  'contradiction',
  'completed_with_failures',
  'completed_with_unended_handlers',
  'failed',
  'cancelled',
  'incomplete',
  'never_started',
];
const ORDERS = ['newest', 'oldest', 'slowest'];

/** Every execution: by how it ended and what ran in it, a page at a time. */
export default function ExecutionsPage({ where }: PageProps) {
  const status = where.query.get('status') ?? '';
  const order = where.query.get('order') ?? 'newest';
  const set = (query: Record<string, string>) => go(changed(where, { ...query, offset: '' }), true);
  const clear = (...names: string[]) => set(Object.fromEntries(names.map((name) => [name, ''])));
  return (
    <>
      <PageHead title="Executions" question="What ran, and how did it end?" />
      <div class="filters" role="group" aria-label="which executions">
        <label class={status ? 'scope-chip set' : 'scope-chip'}>
          <span>status</span>
          <select value={status} onChange={(event) => set({ status: event.currentTarget.value })}>
            <option value="">all</option>
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {one === 'contradiction' ? 'completed despite failures' : one.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
        <label class="scope-chip">
          <span>first</span>
          <select value={order} onChange={(event) => set({ order: event.currentTarget.value })}>
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        {filtersOf(where).map(({ words, value, names }) => (
          <button key={words} type="button" class="quiet" onClick={() => clear(...names)} title="leave this out">
            {words} {value !== '' && <b class="mono">{visible(value)}</b>} ×
          </button>
        ))}
      </div>
      <ExecutionTable
        where={where}
        scope={{ ...scopeOf(where), ...filterOf(where) }}
        status={status}
        order={order}
        title={`executions, ${order} first`}
        paged
      />
    </>
  );
}

interface Filter {
  words: string;
  value: string;
  /** The parts of the address that say so. */
  names: string[];
}

/** What else the address says of them, in words. */
function filtersOf(where: Where): Filter[] {
  const filter = filterOf(where);
  const found: Filter[] = [];
  if (filter.handler) {
    found.push({ words: 'handler', value: filter.handler, names: ['handler'] });
  }
  const { handler_plugin: plugin, handler_sequence: sequence, handler_name: name, handler_outcome: outcome } = filter;
  if (plugin || sequence || name) {
    const who = [plugin, name].filter(Boolean).join('.') || 'any';
    found.push({
      words: 'handler',
      value: sequence ? `${who} of ${sequence}` : who,
      names: EXECUTIONS.filter((part) => part.startsWith('handler_') && part !== 'handler_outcome'),
    });
  }
  if (outcome) {
    found.push({ words: plugin || name ? 'where it' : 'where a handler', value: outcome.replaceAll('_', ' '), names: ['handler_outcome'] });
  }
  if (filter.like) {
    const examples = filter.like.split(',');
    found.push({ words: 'that did the same as', value: examples.length > 1 ? `one of ${examples.length}` : (examples[0] ?? ''), names: ['like'] });
  }
  return found;
}
