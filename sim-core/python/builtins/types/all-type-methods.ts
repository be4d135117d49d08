/** The methods of numbers, texts and containers: one file each. */
import './complex-methods.ts';
import './descriptor-methods.ts';
import './dict-methods.ts';
import './float-methods.ts';
import './int-methods.ts';
import './list-methods.ts';
import './range-methods.ts';
import './set-methods.ts';
import './str-change-methods.ts';
import './str-format-methods.ts';
import './str-methods.ts';
import './str-search-methods.ts';
import './tuple-methods.ts';
