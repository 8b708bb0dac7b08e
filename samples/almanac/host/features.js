/** Switches of the product; they change with a release. */
export const FEATURES = Object.freeze({
  trial: false,
  drones: false,
  notes: true,
});
