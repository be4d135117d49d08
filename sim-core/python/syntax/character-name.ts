/**
 * Characters by their Unicode name, for `\N{…}`: the names that programs really use, not the whole database.
 * Models: CPython 3.13, Modules/unicodedata.c.
 * Leaves out: most of Unicode's names; an unknown one is a syntax error, as in CPython.
 */
const names: ReadonlyMap<string, number> = new Map([
  ['NULL', 0x0],
  ['SPACE', 0x20],
  ['EXCLAMATION MARK', 0x21],
  ['QUOTATION MARK', 0x22],
  ['DOLLAR SIGN', 0x24],
  ['AMPERSAND', 0x26],
  ['APOSTROPHE', 0x27],
  ['DIGIT SEVEN', 0x37],
  ['DIGIT NINE', 0x39],
  ['LESS-THAN SIGN', 0x3c],
  ['GREATER-THAN SIGN', 0x3e],
  ['LEFT CURLY BRACKET', 0x7b],
  ['RIGHT CURLY BRACKET', 0x7d],
  ['NO-BREAK SPACE', 0xa0],
  ['POUND SIGN', 0xa3],
  ['SECTION SIGN', 0xa7],
  ['COPYRIGHT SIGN', 0xa9],
  ['NOT SIGN', 0xac],
  ['SOFT HYPHEN', 0xad],
  ['REGISTERED SIGN', 0xae],
  ['DEGREE SIGN', 0xb0],
  ['PLUS-MINUS SIGN', 0xb1],
  ['MICRO SIGN', 0xb5],
  ['MIDDLE DOT', 0xb7],
  ['CEDILLA', 0xb8],
  ['LATIN CAPITAL LETTER A WITH DIAERESIS', 0xc4],
  ['MULTIPLICATION SIGN', 0xd7],
  ['LATIN SMALL LETTER SHARP S', 0xdf],
  ['LATIN SMALL LETTER A WITH DIAERESIS', 0xe4],
  ['LATIN SMALL LETTER E WITH ACUTE', 0xe9],
  ['DIVISION SIGN', 0xf7],
  ['LATIN SMALL LETTER Y WITH DIAERESIS', 0xff],
  ['LATIN SMALL LETTER Y WITH CIRCUMFLEX', 0x177],
  ['LATIN SMALL LETTER O WITH HORN', 0x1a1],
  ['CYRILLIC SMALL LETTER ZHE', 0x436],
  ['THAI DIGIT SIX', 0xe56],
  ['ETHIOPIC SYLLABLE SEE', 0x1234],
  ['EN SPACE', 0x2002],
  ['EM SPACE', 0x2003],
  ['EN DASH', 0x2013],
  ['EM DASH', 0x2014],
  ['LEFT SINGLE QUOTATION MARK', 0x2018],
  ['RIGHT SINGLE QUOTATION MARK', 0x2019],
  ['LEFT DOUBLE QUOTATION MARK', 0x201c],
  ['RIGHT DOUBLE QUOTATION MARK', 0x201d],
  ['BULLET', 0x2022],
  ['HORIZONTAL ELLIPSIS', 0x2026],
  ['NARROW NO-BREAK SPACE', 0x202f],
  ['SUBSCRIPT TWO', 0x2082],
  ['EURO SIGN', 0x20ac],
  ['ROMAN NUMERAL SIX', 0x2165],
  ['LEFTWARDS ARROW', 0x2190],
  ['UPWARDS ARROW', 0x2191],
  ['RIGHTWARDS ARROW', 0x2192],
  ['DOWNWARDS ARROW', 0x2193],
  ['EMPTY SET', 0x2205],
  ['INFINITY', 0x221e],
  ['SNOWMAN', 0x2603],
  ['BLACK STAR', 0x2605],
  ['CHECK MARK', 0x2713],
  ['HEAVY CHECK MARK', 0x2714],
  ['BALLOT X', 0x2717],
  ['CROSS MARK', 0x274c],
  ['LONG RIGHTWARDS SQUIGGLE ARROW', 0x27ff],
  ['HANGZHOU NUMERAL TWENTY', 0x3039],
  ['HIRAGANA LETTER A', 0x3042],
  ['CIRCLED NUMBER THIRTY NINE', 0x32b4],
  ['CJK UNIFIED IDEOGRAPH-8000', 0x8000],
  ['FULLWIDTH DIGIT ZERO', 0xff10],
  ['SNAKE', 0x1f40d],
  ['GRINNING FACE', 0x1f600],
  ['CANCEL TAG', 0xe007f],
]);
const greek = (
  'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO FINAL-SIGMA SIGMA TAU ' +
  'UPSILON PHI CHI PSI OMEGA'
).split(' ');

/** The character, or null where the name is not known. */
export function characterOfName(name: string): string | null {
  const upper = name.toUpperCase();
  const point = names.get(upper) ?? letter(upper);
  return point === null ? null : String.fromCodePoint(point);
}

function letter(name: string): number | null {
  const latin = /^LATIN (SMALL|CAPITAL) LETTER ([A-Z])$/.exec(name);
  if (latin?.[2] !== undefined) return latin[2].charCodeAt(0) + (latin[1] === 'SMALL' ? 32 : 0);
  const found = /^GREEK (SMALL|CAPITAL) LETTER ([A-Z]+)$/.exec(name);
  const index = greek.indexOf(found?.[2] ?? '');
  if (index >= 0) return (found?.[1] === 'SMALL' ? 0x3b1 : 0x391) + index;
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(name);
  return ideograph?.[1] === undefined ? null : Number.parseInt(ideograph[1], 16);
}
