/**
 * The shop's own log lines. Handlers use it and not `console`: musical-conductor refuses to mount a handler
 * whose source names `console`, and the logger that it hands to handlers is silent outside of development.
 */
export const log = {
  info: (...message) => console.info(...message),
  warn: (...message) => console.warn(...message),
  debug: (...message) => console.debug(...message),
};
