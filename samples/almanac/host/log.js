export const log = {
  info: (...message) => console.info(...message),
  warn: (...message) => console.warn(...message),
};
