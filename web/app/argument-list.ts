/** The program's arguments as one line, as a shell would take them: separated by spaces, quoted where they hold some. */

export function argumentsText(list: readonly string[]): string {
  return list.map((argument) => (/^[^\s"']+$/.test(argument) ? argument : `"${argument}"`)).join(' ');
}

export function parseArguments(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}
