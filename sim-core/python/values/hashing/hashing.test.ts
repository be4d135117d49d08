import { expect, test } from 'vitest';
import { differences } from '../recorded-cases.ts';
import { decodeBase64, decodeHex, encodeBase64 } from './base64.ts';
import { adler32, crc32, crcHqx } from './checksums.ts';
import recorded from './hashing.recorded.jsonl?raw';
import { md5 } from './md5.ts';
import { sha1 } from './sha1.ts';
import { sha224, sha256 } from './sha256.ts';
import { sha384, sha512 } from './sha512.ts';

test('digests and checksums are those of CPython 3.13', () => {
  const operations = {
    md5,
    sha1,
    sha224,
    sha256,
    sha384,
    sha512,
    crc32,
    adler32,
    crcHqx,
    encodeBase64,
    decodeBase64,
    unhexlify: decodeHex,
  };
  expect(differences(recorded, operations)).toEqual([]);
});
