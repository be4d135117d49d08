/**
 * Shapes (hidden classes): where instances of one class keep which attribute. Instances that got their attributes in the same order
 * share one, so an inline cache can compare a single reference. As CPython's shared keys, but a tree.
 */
export class Shape {
  readonly names: readonly string[];
  readonly indices: ReadonlyMap<string, number>;
  private readonly successors = new Map<string, Shape>();

  constructor(names: readonly string[]) {
    this.names = names;
    this.indices = new Map(names.map((name, index) => [name, index]));
  }

  with(name: string): Shape {
    let next = this.successors.get(name);
    if (next === undefined) {
      next = new Shape([...this.names, name]);
      this.successors.set(name, next);
    }
    return next;
  }
}
