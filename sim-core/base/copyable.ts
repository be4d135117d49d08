/**
 * The root of the machine's large classes. A copy of an instance is made by this class's constructor in the name of the instance's own
 * class, so that engines give it the same hidden class: code that has run on originals runs on copies as fast.
 */
export abstract class Copyable {}
