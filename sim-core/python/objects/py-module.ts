import { PyDict } from './py-dict.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

export class PyModule extends PyObject {
  static builtinType: PyType;
  override type: PyType = PyModule.builtinType;
  readonly dict: PyDict;

  constructor(name: string, documentation: string | null = null) {
    super();
    this.dict = new PyDict();
    this.dict.set('__name__', name);
    this.dict.set('__doc__', documentation);
    this.dict.set('__package__', '');
    this.dict.set('__loader__', null);
    this.dict.set('__spec__', null);
  }

  get name(): string {
    const name = this.dict.getText('__name__');
    return typeof name === 'string' ? name : '?';
  }
}
