/** Words that fit: how wide they are is asked once. */

const MOST_KNOWN = 20_000;
const LONGEST = 200;

/** How wide words are in one font, in pixels. */
export class Fit {
  private readonly widths = new Map<string, number>();

  constructor(private readonly measure: (words: string) => number) {}

  width(words: string): number {
    const known = this.widths.get(words);
    if (known !== undefined) {
      return known;
    }
    if (this.widths.size >= MOST_KNOWN) {
      this.widths.clear();
    }
    const width = this.measure(words);
    this.widths.set(words, width);
    return width;
  }

  /** Words that fit, with an ellipsis where they are cut; empty where less than two characters would be left. */
  cut(words: string, room: number): string {
    const text = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
    if (this.width(text) <= room) {
      return text;
    }
    let used = this.width('…');
    let end = 0;
    let kept = 0;
    // Character by character, so that none is cut in the middle.
    for (const character of text) {
      used += this.width(character);
      if (used > room) {
        break;
      }
      end += character.length;
      kept++;
    }
    return kept < 2 ? '' : `${text.slice(0, end)}…`;
  }
}
