/** Which executions an address asks for, beside its scope. */
import type { Where } from '../../dashboard/route';

/** What the server takes, by its names. */
export const EXECUTIONS = ['handler', 'handler_plugin', 'handler_sequence', 'handler_name', 'handler_outcome', 'like'] as const;

export type ExecutionFilter = Partial<Record<(typeof EXECUTIONS)[number], string>>;

export function filterOf(where: Where): ExecutionFilter {
  const filter: ExecutionFilter = {};
  for (const name of EXECUTIONS) {
    const value = where.query.get(name);
    if (value) {
      filter[name] = value;
    }
  }
  return filter;
}
