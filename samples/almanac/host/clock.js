/** What the system knows of time. */
export const clock = {
  now: () => Date.now(),
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
};
