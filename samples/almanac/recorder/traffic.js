import { seeded } from "./fake-time.js";

const HOUR = 3_600_000;
const QUERIES = ["moons", "frost", "stars", "spring tides"];
const QUESTIONS = ["My invoice is wrong", "Where is my issue", "A charge I do not know", "The bundle was wet"];

/** What happens once in the whole recording: by day and hour. */
const ONCE = [
  [2, 11, (app) => app.console.interact("members.preferences.save", { memberId: "m2", changes: { paper: "gloss" } })],
  [3, 15, (app) => app.console.interact("billing.plan.change", { memberId: "m3", plan: "both", daysLeft: 12 })],
  [4, 10, (app) => app.console.interact("issues.note.save", { memberId: "m1", issue: 1, text: "p. 12!" })],
  [5, 13, (app) => app.http.pay({ memberId: "m4", extras: [{ name: "box", cents: 23 }] })],
  [6, 16, (app) => app.console.interact("support.tickets.merge", { keep: 1, give: 2 })],
  [7, 9, (app) => app.webhooks.archive({ number: 7001, kind: "renamed", document: "d1", to: "d1-b" })],
  [8, 14, (app) => app.console.interact("members.data.export", { memberId: "m5" })],
  [8, 15, (app) => app.webhooks.scan({ parcel: "p-77", place: "unknown" })],
  [9, 12, (app) => app.console.interact("support.ticket.reply", { ticket: 3, macro: "greetNewcomer" })],
  [10, 18, (app) => app.webhooks.payment({ type: "settled", reference: "s-corrected", cents: -90_000 })],
  [11, 8, (app) => app.webhooks.payment({ type: "settled", reference: "s-returned", cents: 95_000 })],
  [11, 10, (app) => app.http.signUp({ memberId: "m-isle", name: "Isle", street: "Pier 1", postcode: "90001" })],
  [12, 9, (app) => app.http.moveTo({ memberId: "m-isle", address: "Quay 3, 41001" })],
  [12, 10, (app) => app.console.interact("members.preferences.save", { memberId: "m7", changes: { weekly: true } })],
  [13, 12, (app) => app.console.interact("billing.plan.change", { memberId: "m6", plan: "digital", daysLeft: 20 })],
];

/** What members, partners and staff do on a day: pairs of a moment and what happens then. */
export function trafficOf(day, start) {
  const random = seeded(1000 + day);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const member = () => `m${1 + Math.floor(random() * Math.min(4 + day, 16))}`;
  const planned = [];
  const often = (times, act) => {
    for (let time = 0; time < times; time += 1) {
      planned.push([start + (7 + 15 * random()) * HOUR, act]);
    }
  };
  const weekend = [0, 6].includes(new Date(start).getUTCDay());
  signUps(day, start).forEach((each) => planned.push(each));
  for (const hour of [4, 12, 20]) {
    planned.push([start + hour * HOUR + 60_000, (app) => app.http.health()]);
  }
  often(weekend ? 4 : 3, (app) => {
    const memberId = member();
    return app.http.logIn({ memberId, password: `pw-${memberId}`, day: day + 1 });
  });
  often(weekend ? 5 : 4, (app) => app.http.read({ memberId: member(), issue: 1, page: 1 + Math.floor(random() * 40) }));
  often(2, (app) => app.http.search({ query: pick(QUERIES) }));
  often(2, (app) => app.http.pay({ memberId: member() }));
  often(1, (app) => app.webhooks.payment({ type: "settled", reference: `s-${day}`, cents: 1290 }));
  often(1, (app) => app.webhooks.scan({ parcel: `p-${day}`, place: "depot" }));
  if (!weekend) {
    often(1, (app) => app.http.ask({ memberId: member(), text: pick(QUESTIONS), waitedDays: 0 }));
    often(day % 2, (app) => app.webhooks.archive({ number: day, kind: "created", document: `d${day}` }));
  }
  if (day % 5 === 4) {
    often(1, (app) => app.console.interact("support.ticket.reply", { ticket: 1, text: "It is on its way." }));
  }
  for (const [, hour, act] of ONCE.filter(([on]) => on === day)) {
    planned.push([start + hour * HOUR + 120_000, act]);
  }
  return planned.sort(([a], [b]) => a - b);
}

/** Four members on the first day, one a day for two weeks. */
function signUps(day, start) {
  const numbers = day === 0 ? [1, 2, 3, 4] : day <= 12 ? [4 + day] : [];
  return numbers.map((number) => [
    start + 6.2 * HOUR + number * 60_000,
    (app) =>
      app.http.signUp({
        memberId: `m${number}`,
        name: `Member ${number}`,
        street: `Lane ${number}`,
        postcode: `${1 + (number % 4)}0${100 + number}`,
        born: number === 3 ? "1992-02-29" : "1980-05-01",
      }),
  ]);
}
