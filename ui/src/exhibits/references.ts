/** References as keys, which are also the addresses of what lies behind them, and as words. */
import { visible } from '../base/visible';
import type { ExecutionSet, Reference } from './answer';

/** What a page does with references; renderers know nothing else of where they are shown. */
export interface Doors {
  /** The address of what lies behind a reference, where the page can show it. */
  href(reference: Reference): string | undefined;
  /** Shows what lies behind a reference that has an address. */
  navigate(reference: Reference): void;
  /** Whether paths are told by their ends, since the page can tell the whole of them elsewhere. */
  brief?: boolean;
}

/** The end of a path, and the line: as much as tells one file from most others. */
export function endOf(path: string): string {
  const parts = path.split('/');
  return parts.length <= 2 ? path : parts.slice(-2).join('/');
}

/** The same for the same reference, such as `execution/0123456789abcdef`; safe within an address. */
export function keyOf(reference: Reference): string {
  switch (reference.kind) {
    case 'handler': {
      const { plugin, sequence, handler } = reference.handler;
      return ['handler', plugin, sequence, handler].map(encodeURIComponent).join('/');
    }
    case 'execution':
      return `execution/${reference.execution}`;
    case 'executions':
      return `executions/${encodeURIComponent(JSON.stringify(reference.which))}`;
    case 'session':
      return `session/${reference.session}`;
    case 'input':
      return `input/${reference.input}`;
    case 'place':
      return `place/${reference.place.origin.input}:${reference.place.origin.offset}`;
    case 'sequence':
      return `sequence/${encodeURIComponent(reference.sequence)}`;
    case 'code': {
      const { checkout, path, line, endLine, commit } = reference.place;
      const at = commit === null ? '' : `@${commit}`;
      return `code/${encodeURIComponent(checkout)}/${encodeURIComponent(path)}:${line}-${endLine}${at}`;
    }
  }
}

/** What a reference leads to, in words. */
export function wordsOf(reference: Reference): string {
  switch (reference.kind) {
    case 'handler':
      return visible(`handler ${[reference.handler.plugin, reference.handler.handler].filter(Boolean).join('.')}`);
    case 'execution':
      return `execution ${reference.execution}`;
    case 'executions':
      return visible(wordsOfSet(reference.which));
    case 'session':
      return `session ${reference.session}`;
    case 'input':
      return `input ${reference.input}`;
    case 'place': {
      const { origin, input, line } = reference.place;
      return visible(line > 0 ? `${input}:${line}` : `${input}@${origin.offset}`);
    }
    case 'sequence':
      return visible(`sequence ${reference.sequence}`);
    case 'code': {
      const { path, line, commit } = reference.place;
      return visible(`${path}:${line}${commit === null ? '' : `@${commit.slice(0, 10)}`}`);
    }
  }
}

/** Which executions, in words. */
function wordsOfSet({ sequence, build, session, status, handler, handlerOutcome, like }: ExecutionSet): string {
  const parts = [
    'the executions',
    sequence !== null && `of ${sequence}`,
    session !== null && `of session ${session}`,
    build !== null && `in ${build}`,
    handler !== null && `with ${[handler.plugin, handler.handler].filter(Boolean).join('.')}`,
    handlerOutcome !== null && `where it ended as ${handlerOutcome.replaceAll('_', ' ')}`,
    status !== null && `, ${status.replaceAll('_', ' ')}`,
    like.length > 0 && 'that did the same',
  ];
  return parts.filter(Boolean).join(' ').replaceAll(' ,', ',');
}

/** The same with the last part of the name of an input only. */
export function briefOf(reference: Reference, brief = false): string {
  if (brief && reference.kind === 'code') {
    return endOf(wordsOf(reference).replace(/@[0-9a-f]{7,}$/, ''));
  }
  return reference.kind === 'place' ? wordsOf(reference).replace(/^.*[/\\]/, '') : wordsOf(reference);
}

/** Which of the references of a cell its link leads to: the first that the page can show. */
export function firstDoor(references: Reference[] | undefined, doors: Doors): Reference | undefined {
  return references?.find((reference) => doors.href(reference) !== undefined);
}
