/** Frames as Python sees them (sys._getframe, gi_frame, tb_frame). Models: Objects/frameobject.c; locals of functions are a snapshot. */
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { attribute, exactly, method } from '../define.ts';
import { PyFrame } from '../../vm/frame.ts';
import type { Frame } from '../../vm/frame.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { frameLocals } from '../../vm/traceback/frame-locals.ts';
import { raised } from '../../vm/raise.ts';

const frameType = new PyType({
  name: 'frame',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: 'builtins',
  canBeSubclassed: false,
});

class FrameObject extends PyObject {
  override readonly type = frameType;
  readonly frame: PyFrame;

  constructor(frame: PyFrame) {
    super();
    this.frame = frame;
  }

  /** Index of the instruction it is at; a generator that has not started stands at its beginning. */
  get instruction(): number {
    const { frame } = this;
    return frame.generator?.hasStarted === false ? 0 : Math.max(0, frame.pc - 1);
  }
}

/** One object for each frame, made when it is first asked for. */
export function frameObject(frame: PyFrame): Value {
  frame.object ??= new FrameObject(frame);
  return frame.object;
}

const own = (self: Value): FrameObject => self as FrameObject;
attribute(frameType, 'f_code', (self) => own(self).frame.code);
attribute(frameType, 'f_lineno', (self) => own(self).frame.code.lineOf(own(self).instruction));
attribute(frameType, 'f_globals', (self) => own(self).frame.globals);
attribute(frameType, 'f_builtins', (self) => own(self).frame.builtins);
attribute(frameType, 'f_locals', (self) => frameLocals(own(self).frame));
attribute(frameType, 'f_back', (self) => innermostFrame(own(self).frame.back));
attribute(frameType, 'f_lasti', (self) => 2 * (own(self).frame.code.source.offsets[own(self).instruction] ?? 0));
attribute(frameType, 'f_generator', (self) => own(self).frame.generator);
attribute(frameType, 'f_trace', () => null);
method(frameType, 'clear', exactly(0), () => null);
method(frameType, '__repr__', exactly(0), (thread, args) => {
  const self = own(args[0] as Value);
  const { source } = self.frame.code;
  const line = self.frame.code.lineOf(self.instruction);
  return `<frame at ${thread.addressText(self)}, file '${self.frame.code.path}', line ${line}, code ${source.name}>`;
});

function pythonFrame(frame: Frame | null): PyFrame | null {
  let at = frame;
  while (at !== null && !(at instanceof PyFrame)) at = at.back;
  return at;
}

/** The innermost Python frame of a call stack, or None. */
export function innermostFrame(top: Frame | null): Value {
  const frame = pythonFrame(top);
  return frame === null ? null : frameObject(frame);
}

/** The frame `depth` calls up. */
export function frameObjectOf(thread: PyThread, depth: number): Value {
  let frame = pythonFrame(thread.frame);
  for (let i = 0; i < depth && frame !== null; i += 1) frame = pythonFrame(frame.back);
  if (frame === null) throw raised('ValueError', 'call stack is not deep enough');
  return frameObject(frame);
}
