/** Attributes by their names. */
import type { Cell, Fact } from '../../exhibits/answer';
import { numberOf, plainOf } from '../../dashboard/find';

export function factNamed(facts: Fact[], label: string): Cell | undefined {
  return facts.find((fact) => fact.label === label)?.cell;
}

export function numberIn(cell: Cell | undefined): number {
  return numberOf(cell);
}

export function textIn(cell: Cell | undefined): string {
  return plainOf(cell);
}
