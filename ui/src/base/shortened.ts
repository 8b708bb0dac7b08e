/** Names are a few words; what a log wrote in their place may be a page. */
const LONGEST = 240;
const TAIL = 40;

/** A name that is no longer than a few lines: its beginning and its end. */
export function shortened(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest - TAIL)} … ${text.slice(-TAIL)}`;
}
