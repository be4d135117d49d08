/** The module `_io`. Models: Modules/_io/_iomodule.c. */
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { Value } from '../../objects/value.ts';
import { between, native } from '../../builtins/define.ts';
import { fillModule } from '../native-class.ts';
import { bufferedPairType, bufferedRandomType, bufferedReaderType, bufferedWriterType } from './buffered-types.ts';
import { fileIoType } from './file-io.ts';
import {
  bufferedIoBaseType,
  defaultBufferBytes,
  ioBaseType,
  rawIoBaseType,
  textIoBaseType,
  unsupportedOperation,
} from './io-base.ts';
import { openFunction } from './open.ts';
import { bytesIoType, stringIoType } from './string-io.ts';
import { textIoWrapperType } from './text-io-wrapper.ts';

const textEncoding = native('text_encoding', between(1, 2), (_thread, args) => (args[0] as Value) ?? 'locale');

export function makeIoModule(): PyModule {
  const module = fillModule(
    new PyModule('_io'),
    [openFunction, textEncoding],
    [
      ioBaseType,
      rawIoBaseType,
      bufferedIoBaseType,
      textIoBaseType,
      fileIoType,
      bufferedReaderType,
      bufferedWriterType,
      bufferedRandomType,
      bufferedPairType,
      textIoWrapperType,
      stringIoType,
      bytesIoType,
      unsupportedOperation,
    ],
  );
  module.dict.set('open_code', openFunction);
  module.dict.set('BlockingIOError', exceptionNamed('BlockingIOError'));
  module.dict.set('DEFAULT_BUFFER_SIZE', defaultBufferBytes);
  return module;
}
