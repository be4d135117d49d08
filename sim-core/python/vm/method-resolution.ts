/** The method resolution order (C3). Models: mro_implementation in Objects/typeobject.c. */
import type { PyType } from '../objects/py-type.ts';
import { raised } from './raise.ts';

export function resolutionOrder(type: PyType, bases: readonly PyType[]): PyType[] {
  const lists: PyType[][] = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: PyType[] = [type];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return order;
    const next = open.map((list) => list[0] as PyType).find((head) => !open.some((list) => list.indexOf(head) > 0));
    if (next === undefined) {
      const names = [...new Set(open.map((list) => (list[0] as PyType).name))].join(', ');
      throw raised('TypeError', `Cannot create a consistent method resolution order (MRO) for bases ${names}`);
    }
    order.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
}
