import type { LoadedCode } from './loaded-code.ts';
import type { PyCell } from './py-cell.ts';
import type { PyDict } from './py-dict.ts';
import type { PyTuple } from './py-tuple.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes, Value } from './value.ts';

/** A function made by `def` or `lambda`. Models: Objects/funcobject.c. */
export class PyFunction extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override readonly type = PyFunction.builtinType;
  attributes: AttributeBag | null = null;
  code: LoadedCode;
  readonly globals: PyDict;
  name: string;
  qualifiedName: string;
  documentation: Value;
  moduleName: Value;
  defaults: PyTuple | null = null;
  keywordDefaults: PyDict | null = null;
  closure: readonly PyCell[] = [];
  annotations: PyDict | null = null;
  typeParameters: PyTuple | null = null;

  constructor(code: LoadedCode, globals: PyDict) {
    super();
    this.code = code;
    this.globals = globals;
    this.name = code.source.name;
    this.qualifiedName = code.source.qualifiedName;
    const first = code.constants[0];
    this.documentation = typeof first === 'string' ? first : null;
    this.moduleName = globals.getText('__name__') ?? null;
  }
}
