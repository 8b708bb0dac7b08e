import { EventRouter } from "@acme/host";
import type { Context } from "@acme/host";
import { resolveTemplate as resolve, type Template } from "./template";
import * as topics from "./topics.js";
import defaults from './defaults';
import "./side-effect";

const TOPICS = { ADDED: "cart:item:added", REMOVED: `cart:item:removed` } as const;

// Called by name.
export function createNode(data: { id: string }, ctx: Context) {
  ctx.payload.nodeId = data.id;
  ctx.payload.count += 1;
  ctx.payload.visits++;
  delete ctx.payload.draft;
  const { template, size: dimensions = 1, ...rest } = ctx.payload;
  return resolve(template, dimensions, rest);
}

const retry = async (data: unknown, { payload }: Context): Promise<void> => {
  payload["attempts"] = (payload.attempts ?? 0) + 1;
  await EventRouter.publish(TOPICS.ADDED, { id: data }, null);
  await EventRouter.publishAsync(`cart:${data}:retried`, {});
};

const withLog = <T>(f: T): T => f;

export const handlers = {
  createNode,
  retry,
  renamed: createNode,
  "quoted-key": topics.handle,
  inline: (data: any, baton: any) => {
    baton.step = data.step;
    Object.assign(baton, { first: 1, second });
    ctx_free.payload.ignored = true;
  },
  named: function named(data: any) {
    return data;
  },
  async method(data: any, ctx: any) {
    (ctx.payload as any).result = ctx!.payload!.input;
    ctx.conductor.play("CartPlugin", "cart-refresh-symphony", { data });
    ctx.conductor?.play(PLUGIN, SEQUENCES.REFRESH, {});
  },
  get size() {
    return 1;
  },
  wrapped: withLog(createNode),
  [TOPICS.ADDED]: retry,
  nested: { deep() {} },
  ...defaults,
  ...topics.handlers,
} as const satisfies Record<string, unknown>;

export const frozen = Object.freeze({ retry });
export const alias = handlers;
export const deep = topics.handlers;
export const { first, second: renamedSecond } = handlers;
export default handlers;

EventRouter.subscribe(TOPICS.REMOVED, (data) => {
  const inner = () => EventRouter.publish("cart:changed", data, null);
  inner();
});
EventRouter.subscribe(conductor, "cart:opened", handlers.retry);
window.addEventListener("storage", handlers.retry);
emitter.on(name, handlers.retry);
stream$.subscribe((value) => value);
(handlers as any).subscribe;
