/**
 * Private names: `__x` in class C is `_C__x`.
 * Models: CPython 3.13, Python/compile.c (`_Py_Mangle`).
 */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__')) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
