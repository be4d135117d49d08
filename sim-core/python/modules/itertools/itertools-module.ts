/** The module `itertools`. Models: Modules/itertoolsmodule.c. */
import { PyModule } from '../../objects/py-module.ts';
import { fillModule } from '../native-class.ts';
import { combinationsType, permutationsType, productType, replacementType } from './arrangements.ts';
import {
  accumulateType,
  batchedType,
  groupByType,
  pairwiseType,
  starMapType,
  tee,
  zipLongestType,
} from './combining.ts';
import { countType, cycleType, repeatType } from './endless.ts';
import { chainType, compressType, dropWhileType, filterFalseType, isliceType, takeWhileType } from './selecting.ts';

export function makeItertoolsModule(): PyModule {
  return fillModule(
    new PyModule('itertools', 'Functional tools for creating and using iterators.'),
    [tee],
    [
      accumulateType,
      batchedType,
      chainType,
      combinationsType,
      replacementType,
      compressType,
      countType,
      cycleType,
      dropWhileType,
      filterFalseType,
      groupByType,
      isliceType,
      pairwiseType,
      permutationsType,
      productType,
      repeatType,
      starMapType,
      takeWhileType,
      zipLongestType,
    ],
  );
}
