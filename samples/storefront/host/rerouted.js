/**
 * Topics that take another route than `topics-manifest.json` says. Planted fault: returns went to reporting for a
 * day, to be counted, and nobody took this out again.
 */
export const REROUTED = {
  "return.requested": [{ pluginId: "ReportingPlugin", sequenceId: "reporting-returns-symphony" }],
};
