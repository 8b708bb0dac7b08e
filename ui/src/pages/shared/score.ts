/** A score: a documented sequence, with what production did laid over its beats. */
import type { Cell, Reference, Step, Timeline, Track } from '../../exhibits/answer';
import { factNamed, numberIn, textIn } from './facts';

export type Manner = 'documented' | 'missing' | 'extra' | 'repeated' | 'out of order';

export interface Beat {
  name: Cell;
  title: string;
  movement: string;
  handler: Cell | undefined;
  document: Cell | undefined;
  optional: boolean;
  parallel: string;
}

/** A step at the place where the document has its beat. */
export interface Note {
  manner: Manner;
  failed: boolean;
  name: string;
  /** Which step of the execution it was, from 1; 0 where it did not run. */
  order: number;
}

export interface Laid {
  first: Reference | undefined;
  executions: number;
  share: number;
  fitness: number;
  ended: boolean;
  /** By beat of the document. */
  notes: Note[][];
  /** What the document does not have, by the beat that it ran after; -1 before all. */
  extra: Map<number, Note[]>;
  deviates: boolean;
}

export interface Score {
  title: string;
  sequence: Reference | undefined;
  executions: number;
  /** How many variants there are, shown or not. */
  variants: number;
  beats: Beat[];
  movements: { name: string; beats: number }[];
  laid: Laid[];
}

/** Reads a timeline that is a score. */
export function scoreOf(timeline: Timeline): Score | undefined {
  const [document, ...variants] = timeline.tracks;
  if (!document || document.steps.length === 0) {
    return undefined;
  }
  const beats = document.steps.map(beatOf);
  return {
    title: textIn(document.name),
    sequence: document.name.references?.[0],
    executions: numberIn(factNamed(document.attributes, 'executions')),
    variants: numberIn(factNamed(document.attributes, 'variants')),
    beats,
    movements: movementsOf(beats),
    laid: variants.map((track) => laidOf(track, beats.length)),
  };
}

function beatOf(step: Step): Beat {
  return {
    name: step.name,
    title: textIn(factNamed(step.attributes, 'title')),
    movement: textIn(factNamed(step.attributes, 'movement')),
    handler: factNamed(step.attributes, 'handler'),
    document: factNamed(step.attributes, 'document'),
    optional: factNamed(step.attributes, 'may be left out') !== undefined,
    parallel: textIn(factNamed(step.attributes, 'side by side with')),
  };
}

function movementsOf(beats: Beat[]): Score['movements'] {
  const movements: Score['movements'] = [];
  for (const { movement } of beats) {
    const last = movements[movements.length - 1];
    if (last && last.name === movement) {
      last.beats++;
    } else {
      movements.push({ name: movement, beats: 1 });
    }
  }
  return movements;
}

function laidOf(track: Track, size: number): Laid {
  const notes: Note[][] = Array.from({ length: size }, () => []);
  const extra = new Map<number, Note[]>();
  let order = 0;
  let after = -1;
  for (const step of track.steps) {
    const manner = (textIn(factNamed(step.attributes, 'manner')) || 'documented') as Manner;
    const beat = factNamed(step.attributes, 'beat');
    const at = beat ? numberIn(beat) : -1;
    const note: Note = {
      manner,
      failed: factNamed(step.attributes, 'failed') !== undefined,
      name: textIn(step.name),
      order: manner === 'missing' ? 0 : (order += 1),
    };
    const place = notes[at];
    if (place) {
      place.push(note);
      after = manner === 'missing' ? after : at;
    } else {
      extra.set(after, [...(extra.get(after) ?? []), note]);
    }
  }
  return {
    first: track.name.references?.[0],
    executions: numberIn(factNamed(track.attributes, 'executions')),
    share: numberIn(factNamed(track.attributes, 'share')),
    fitness: numberIn(factNamed(track.attributes, 'fitness')),
    ended: textIn(factNamed(track.attributes, 'ended')) === 'completed',
    notes,
    extra,
    deviates: extra.size > 0 || notes.flat().some(({ manner }) => manner !== 'documented'),
  };
}

/** What a place says in words. */
export function wordsOf(notes: Note[], ended: boolean): string {
  if (notes.length === 0) {
    return ended ? 'left out, as the document allows' : 'not reached';
  }
  return notes
    .map(({ manner, failed, order }) => {
      const how = manner === 'documented' ? 'ran' : manner === 'missing' ? 'documented, did not run' : `${manner}: ran as step ${order}`;
      return failed ? `${how}, failed` : how;
    })
    .join('; ');
}
