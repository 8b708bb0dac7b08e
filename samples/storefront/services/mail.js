import { latency } from "./latency.js";

/** Hosts that accept a connection and then say nothing. */
const SILENT_HOSTS = ["tarpit.example"];

/** Hosts that refuse every mail, after a while. */
const REFUSING_HOSTS = ["full.example"];

let messages = 0;

/**
 * Hands a mail to the receiver's host.
 *
 * @returns {Promise<string>} the message id
 */
export async function send(address, text) {
  const host = address.slice(address.indexOf("@") + 1);
  if (SILENT_HOSTS.includes(host)) {
    await new Promise(() => {});
  }
  if (REFUSING_HOSTS.includes(host)) {
    await latency(300);
    throw new Error(`Mailbox ${address} is full (552)`);
  }
  await latency(4 + (text.length % 5));
  messages += 1;
  return `m-${messages}@storefront.example`;
}
