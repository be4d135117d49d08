/** os.stat_result. Models: posixmodule.c's struct sequence: ten numbers as a tuple, and more as attributes. */
import type { Inode } from '../../../kernel/file-system/inode.ts';
import { tupleType, typeType } from '../../objects/builtin-types.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { attribute, exactly, method } from '../../builtins/define.ts';
import { epochSeconds } from '../time-epoch.ts';

const fieldNames = ['mode', 'ino', 'dev', 'nlink', 'uid', 'gid', 'size', 'atime', 'mtime', 'ctime'];
const blockBytes = 4096;

export const statResultType = new PyType({
  name: 'stat_result',
  bases: [tupleType],
  layout: 'tuple',
  metatype: typeType,
  moduleName: 'os',
});

/** The tuple, with exact times beside it. */
class StatResult extends PyTuple {
  timesNs: readonly number[] = [];
}

for (const [i, name] of fieldNames.entries()) {
  if (!name.endsWith('time')) attribute(statResultType, `st_${name}`, (self) => (self as PyTuple).items[i]);
}
for (const [i, name] of ['atime', 'mtime', 'ctime'].entries()) {
  attribute(
    statResultType,
    `st_${name}`,
    (self) => new PyFloat(epochSeconds + ((self as StatResult).timesNs[i] ?? 0) / 1e9),
  );
  attribute(
    statResultType,
    `st_${name}_ns`,
    (self) => BigInt(epochSeconds) * 1_000_000_000n + BigInt((self as StatResult).timesNs[i] ?? 0),
  );
}
attribute(statResultType, 'st_blksize', () => blockBytes);
attribute(statResultType, 'st_blocks', (self) => 8 * Math.ceil(((self as PyTuple).items[6] as number) / blockBytes));
method(statResultType, '__repr__', exactly(0), (_thread, args) => {
  const shown = (args[0] as PyTuple).items.map((item, i) => `st_${fieldNames[i] ?? ''}=${String(item)}`);
  return `os.stat_result(${shown.join(', ')})`;
});

const fileTypeBits = { file: 0o100000, directory: 0o040000, link: 0o120000 } as const;

export function statResult(inode: Inode): PyTuple {
  const timesNs = [inode.accessedNs, inode.modifiedNs, inode.changedNs];
  const sizeBytes = inode.kind === 'file' ? inode.sizeBytes : inode.kind === 'link' ? inode.target.length : blockBytes;
  const fields: Value[] = [
    fileTypeBits[inode.kind] | inode.mode,
    inode.number,
    2049,
    inode.links,
    1000,
    1000,
    sizeBytes,
  ];
  const result = new StatResult([...fields, ...timesNs.map((ns) => epochSeconds + Math.floor(ns / 1e9))]);
  result.timesNs = timesNs;
  result.type = statResultType;
  return result;
}

/** What a terminal or a pipe says of itself. */
export function streamStat(isPipe: boolean): PyTuple {
  const mode = isPipe ? 0o010600 : 0o020620;
  const result = new StatResult([mode, 3, 22, 1, 1000, 5, 0, epochSeconds, epochSeconds, epochSeconds]);
  result.timesNs = [0, 0, 0];
  result.type = statResultType;
  return result;
}
