/** Text of a log is shown, not obeyed. */

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const EACH_UNSAFE = new RegExp(UNSAFE, 'g');

/**
 * The text with control characters as pictures (`␛`), and those that turn the direction of writing or break lines as
 * `\u202e`; the same as in the terminal.
 */
export function visible(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, picture) : text;
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (character === '\t') {
    return ' ';
  }
  if (code < 0x20) {
    return String.fromCharCode(0x2400 + code);
  }
  return code === 0x7f ? '␡' : '\\u' + code.toString(16).padStart(4, '0');
}
