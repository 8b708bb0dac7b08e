/** A connection to a browser's debugger. */
export class Debugger {
  #socket;
  #calls = new Map();
  #last = 0;

  /** @param {string} url `ws://…` */
  static async connect(url) {
    const connection = new Debugger();
    connection.#socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      connection.#socket.onopen = resolve;
      connection.#socket.onerror = () => reject(new Error(`no debugger at ${url}`));
    });
    connection.#socket.onmessage = ({ data }) => connection.#answer(JSON.parse(data));
    return connection;
  }

  /** Calls a method of the protocol, of a target where a session is given. */
  call(method, params = {}, sessionId = undefined) {
    this.#last += 1;
    const id = this.#last;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject, method }));
  }

  /** The value of an expression in a target, awaited. */
  async value(expression, sessionId) {
    const { result, exceptionDetails } = await this.call(
      "Runtime.evaluate",
      { expression, awaitPromise: true, returnByValue: true },
      sessionId,
    );
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** Opens a page and returns its id and the session to speak to it with. */
  async open(url) {
    const { targetId } = await this.call("Target.createTarget", { url });
    const { sessionId } = await this.call("Target.attachToTarget", { targetId, flatten: true });
    return { targetId, sessionId };
  }

  close() {
    this.#socket.close();
  }

  #answer({ id, result, error }) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (call && error) {
      call.reject(new Error(`${call.method}: ${error.message}`));
    } else if (call) {
      call.resolve(result);
    }
  }
}
