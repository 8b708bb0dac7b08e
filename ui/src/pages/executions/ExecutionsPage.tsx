import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { changed, go } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { ExecutionTable } from '../shared/ExecutionTable';

const STATUSES = ['completed', 'completed_with_failures', 'completed_with_unended_handlers', 'failed', 'incomplete', 'never_started'];
const ORDERS = ['newest', 'oldest', 'slowest'];

/** Every execution: by status, a page at a time. */
export default function ExecutionsPage({ where }: PageProps) {
  const status = where.query.get('status') ?? '';
  const order = where.query.get('order') ?? 'newest';
  const handler = where.query.get('handler') ?? '';
  const set = (query: Record<string, string>) => go(changed(where, { ...query, offset: '' }), true);
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
                {one.replaceAll('_', ' ')}
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
        {handler !== '' && (
          <button type="button" class="quiet" onClick={() => set({ handler: '' })}>
            handler <b class="mono">{handler}</b> ×
          </button>
        )}
      </div>
      <ExecutionTable
        where={where}
        scope={{ ...scopeOf(where), ...(handler === '' ? {} : { handler }) }}
        status={status}
        order={order}
        title={`executions, ${order} first`}
        paged
      />
    </>
  );
}
