/** Where references lead to on the dashboard. */
import type { CodePlace, Reference } from '../exhibits/answer';
import { keyOf, type Doors } from '../exhibits/references';
import { changed, go, hrefOf, type Where } from './route';
import { scopeOf } from './scope';

/** The address of what a reference leads to. Lines of logs and of code open beside the page. */
export function addressOf(reference: Reference, where: Where): string {
  const scope = scopeOf(where);
  switch (reference.kind) {
    case 'handler': {
      const { plugin, sequence, handler } = reference.handler;
      return hrefOf('handler', { ...scope, of: plugin, in: sequence, name: handler });
    }
    case 'execution':
      return hrefOf('execution', { ...scope, id: reference.execution });
    case 'executions': {
      const { sequence, build, session, status, handler, handlerOutcome, like } = reference.which;
      return hrefOf('executions', {
        ...scope,
        ...given({ sequence, build, session }),
        ...given({
          status,
          handler_plugin: handler?.plugin,
          handler_sequence: handler?.sequence,
          handler_name: handler?.handler,
          handler_outcome: handlerOutcome,
        }),
        like: like.join(','),
      });
    }
    case 'session':
      return hrefOf('session', { ...scope, id: reference.session });
    case 'sequence':
      return hrefOf('sequence', { ...scope, id: reference.sequence });
    case 'input':
      return hrefOf('ledger', { ...scope, input: String(reference.input) });
    case 'place':
    case 'code':
      return changed(where, { peek: keyOf(reference) });
  }
}

function given(values: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((one): one is [string, string] => !!one[1]));
}

export function doorsOf(where: Where): Doors {
  return {
    brief: true,
    href: (reference) => addressOf(reference, where),
    navigate: (reference) => go(addressOf(reference, where)),
  };
}

/** What lies beside the page, by the key of its reference. */
export type Peek =
  | { kind: 'place'; input: string; offset: string }
  | { kind: 'code'; place: CodePlace };

export function peekOf(key: string | null): Peek | undefined {
  const place = /^place\/(\d+):(\d+)$/.exec(key ?? '');
  if (place) {
    return { kind: 'place', input: place[1] ?? '', offset: place[2] ?? '' };
  }
  const code = /^code\/([^/]*)\/([^/]*):(\d+)-(\d+)(?:@([0-9a-f]+))?$/.exec(key ?? '');
  if (!code) {
    return undefined;
  }
  const [, checkout = '', path = '', line, endLine, commit] = code;
  try {
    return {
      kind: 'code',
      place: {
        checkout: decodeURIComponent(checkout),
        path: decodeURIComponent(path),
        line: Number(line),
        endLine: Number(endLine),
        commit: commit ?? null,
      },
    };
  } catch {
    return undefined;
  }
}
