/** 'main.<locals>.holder' without where it stands. */
export function shortFunctionName(name: string): string {
  return name.split('<locals>.').at(-1) ?? name;
}
