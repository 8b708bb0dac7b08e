import { database } from "../../../services/database.js";

async function vacuumSessions() {
  const sessions = database.table("sessions");
  const swept = sessions.size;
  sessions.clear();
  return { swept };
}

async function rotateTokens(data) {
  return { token: `t-${data.due}` };
}

async function countMembers() {
  return { members: (await database.all("members")).length };
}

async function probeStores(data, { conductor }) {
  const reachable = await database.load("probes", data.node);
  if (reachable === false) {
    conductor.play("UpkeepPlugin", "upkeep-takeover-symphony", { node: "replica" });
  }
  return { healthy: reachable !== false };
}

async function promoteReplica(data) {
  return { primary: await database.save("nodes", "primary", data.node) };
}

async function purgeDeparted(data) {
  const departed = (await database.all("members")).filter(({ left }) => left && left < data.before);
  departed.forEach(({ id }) => database.table("members").delete(id));
  return { purged: departed.length };
}

async function applySchema(data) {
  database.schema = data.to;
  return { schema: data.to, steps: data.to - data.from };
}

export const handlers = {
  vacuumSessions,
  rotateTokens,
  countMembers,
  probeStores,
  promoteReplica,
  purgeDeparted,
  applySchema,
};
