/** Frames as Python sees them (sys._getframe). Models: Objects/frameobject.c; a snapshot, not a live frame. */
import { objectType, typeType } from '../objects/builtin-types.ts';
import type { PyDict } from '../objects/py-dict.ts';
import { PyDict as DictClass } from '../objects/py-dict.ts';
import { PyType } from '../objects/py-type.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { attribute, exactly, method } from '../builtins/define.ts';
import { PyFrame } from '../vm/frame.ts';
import type { Frame } from '../vm/frame.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';

const frameType = new PyType({
  name: 'frame',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: 'builtins',
});

class FrameObject extends PyObject {
  override readonly type = frameType;
  readonly frame: PyFrame;
  readonly locals: PyDict;
  readonly line: number;

  constructor(frame: PyFrame) {
    super();
    this.frame = frame;
    this.line = frame.code.lineOf(frame.pc - 1);
    this.locals = frame.namespace ?? snapshot(frame);
  }
}

function snapshot(frame: PyFrame): PyDict {
  const dict = new DictClass();
  for (const [i, name] of frame.code.source.localsPlusNames.entries()) {
    const value = frame.slots[i];
    if (value !== undefined) dict.set(name, value);
  }
  return dict;
}

const own = (self: Value): FrameObject => self as FrameObject;
attribute(frameType, 'f_code', (self) => own(self).frame.code);
attribute(frameType, 'f_lineno', (self) => own(self).line);
attribute(frameType, 'f_globals', (self) => own(self).frame.globals);
attribute(frameType, 'f_builtins', (self) => own(self).frame.builtins);
attribute(frameType, 'f_locals', (self) => own(self).locals);
attribute(frameType, 'f_back', (self) => {
  const back = pythonFrame(own(self).frame.back);
  return back === null ? null : new FrameObject(back);
});
attribute(frameType, 'f_lasti', (self) => 2 * (own(self).frame.code.source.offsets[own(self).frame.pc - 1] ?? 0));
method(frameType, 'clear', exactly(0), () => null);

function pythonFrame(frame: Frame | null): PyFrame | null {
  let at = frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at;
}

/** The frame `depth` calls up. */
export function frameObjectOf(thread: PyThread, depth: number): Value {
  let frame = pythonFrame(thread.frame);
  for (let i = 0; i < depth && frame !== null; i += 1) frame = pythonFrame(frame.back);
  if (frame === null) throw raised('ValueError', 'call stack is not deep enough');
  return new FrameObject(frame);
}
