import { SWITCHED_OFF } from "./switches.js";

const RETRIES = 2;

/**
 * What the shop makes of a documented sequence, where the conductor has nothing of its own. The conductor runs every
 * mounted beat, one after the other. It reads the list of beats as it goes, so the shop writes that list:
 *
 * - an `optional` beat is left out where the data has not what the beat is for (`when`);
 * - beats with the same `parallel` may come in any order: another one is first each time;
 * - a beat with `errorHandling: "retry"` comes again, right behind itself, when its handler threw at once. The
 *   conductor accepts the word and does nothing about it;
 * - a beat that is switched off is not even mounted.
 */
export class Score {
  #movements;
  #played = 0;
  #playing = null;

  /** @param {object} documented */
  constructor(documented) {
    /** What to mount. */
    this.sequence = structuredClone(documented);
    for (const movement of this.sequence.movements) {
      movement.beats = movement.beats.filter((beat) => !SWITCHED_OFF.includes(beat.event));
    }
    this.#movements = this.sequence.movements.map((movement) => ({ movement, beats: movement.beats }));
  }

  /** An execution begins: chooses its beats. */
  open(requestId, data) {
    for (const { movement, beats } of this.#movements) {
      movement.beats = this.#inOrder(beats.filter((beat) => !beat.optional || data[beat.when]));
    }
    this.#playing = { requestId, beat: null, retries: 0 };
    this.#played += 1;
  }

  /** A beat of the execution began, or ended: null. */
  at(event) {
    if (this.#playing) {
      this.#playing.beat = event;
    }
  }

  close() {
    this.#playing = null;
  }

  /** @returns {Record<string, Function>} the same handlers, watched where their beat may be tried again */
  guard(handlers) {
    const retried = this.sequence.movements.flatMap(({ beats }) => beats.filter((beat) => beat.errorHandling === "retry"));
    const guarded = retried.map((beat) => [beat.handler, this.#guardOne(beat, handlers[beat.handler])]);
    return { ...handlers, ...Object.fromEntries(guarded) };
  }

  #guardOne(beat, handler) {
    return (data, context) => {
      try {
        return handler(data, context);
      } catch (error) {
        this.#again(beat, data._musicalContext.execution.requestId);
        throw error;
      }
    };
  }

  #again(beat, requestId) {
    const playing = this.#playing;
    if (playing?.requestId !== requestId || playing.beat !== beat.event || playing.retries === RETRIES) {
      return;
    }
    playing.retries += 1;
    const { beats } = this.sequence.movements.find((movement) => movement.beats.some(({ event }) => event === beat.event));
    const position = beats.findLastIndex(({ event }) => event === beat.event);
    beats.splice(position + 1, 0, { ...beat, timing: "delayed" });
  }

  #inOrder(beats) {
    const inOrder = [...beats];
    for (const name of new Set(beats.map((beat) => beat.parallel).filter(Boolean))) {
      const first = beats.findIndex((beat) => beat.parallel === name);
      const group = beats.filter((beat) => beat.parallel === name);
      const turn = this.#played % group.length;
      inOrder.splice(first, group.length, ...group.slice(turn), ...group.slice(0, turn));
    }
    return inOrder;
  }
}
