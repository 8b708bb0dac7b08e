#!/usr/bin/env node
import q = require("q");
import Alias = Outer.Inner;
export * from "./all";
export * as everything from "./everything";
export { a as b, type T, default as c } from "./named";
export type { Q } from "./types";

export interface Shape {
  area(): number;
}
export type Name = string | (() => void);
export enum Color {
  Red = "red",
}
export declare const injected: number;

@Component({ selector: "cart" })
export abstract class Cart<T extends Shape> extends Base implements Shape {
  private readonly items: T[] = [];
  static count = 0;
  onAdd = (item: T): void => {
    this.items.push(item);
    this.onAdd(item);
  };
  #secret = async () => 1;

  constructor(private readonly store: Store, public name?: string) {
    super();
  }

  @Input()
  get total(): number {
    return this.items.length;
  }

  set total(value: number) {
    this.store.emit("total", value);
  }

  abstract area(): number;
  add(item: T): this;
  add(item: T, times: number): this;
  add(this: Cart<T>, item: T, times = 1, ...more: T[]): this {
    return times > 1 ? this.add(item, times - 1) : this;
  }

  static async *[Symbol.iterator]() {}
  "quoted name"() {}
}

function overloaded(value: string): void;
function overloaded(value: number): void;
function overloaded(value: any): void {
  function nested() {
    class Local {
      run() {}
    }
  }
}

namespace Tools.Sharp {
  export function cut() {}
  export const saw = () => {};
}

export default class {
  render() {}
}

export function* generate([head, ...tail]: number[], { x, y: { z } }: any = {}) {
  yield head;
}

Cart.prototype.later = function (item) {
  return item;
};
(function iife() {
  const local = () => {};
})();
let assigned;
assigned = () => 1;
const lazy = async () => {
  const { tool } = await import("./tool");
  return import("./plugin");
};
