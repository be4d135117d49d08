/** Where the boxes and wires of the textbook machine lie in the picture, in its own units. */

/** The boxes of the picture; a copy of the engine's names, because the page sees nothing of the engine but the door. */
export type PartId = PartBox['id'];

export const pictureWidth = 1000;
export const pictureHeight = 600;

export const partBoxes = [
  { id: 'pc', x: 36, y: 60, width: 150, height: 58 },
  { id: 'adder', x: 232, y: 92, width: 76, height: 44 },
  { id: 'ir', x: 36, y: 166, width: 306, height: 58 },
  { id: 'decoder', x: 36, y: 262, width: 146, height: 58 },
  { id: 'immediate', x: 196, y: 262, width: 146, height: 58 },
  { id: 'controller', x: 28, y: 352, width: 322, height: 200 },
  { id: 'clock', x: 40, y: 384, width: 98, height: 58 },
  { id: 'beats', x: 144, y: 384, width: 92, height: 58 },
  { id: 'startStop', x: 242, y: 384, width: 100, height: 58 },
  { id: 'matrix', x: 40, y: 456, width: 196, height: 84 },
  { id: 'reset', x: 242, y: 456, width: 100, height: 84 },
  { id: 'bus', x: 390, y: 28, width: 24, height: 536 },
  { id: 'a', x: 462, y: 60, width: 114, height: 56 },
  { id: 'b', x: 590, y: 60, width: 114, height: 56 },
  { id: 'alu', x: 462, y: 142, width: 242, height: 62 },
  { id: 'aluOut', x: 514, y: 228, width: 138, height: 58 },
  { id: 'registers', x: 462, y: 394, width: 242, height: 70 },
  { id: 'cache', x: 462, y: 482, width: 242, height: 62 },
  { id: 'mar', x: 748, y: 60, width: 122, height: 58 },
  { id: 'mdr', x: 748, y: 302, width: 122, height: 62 },
  { id: 'addressBus', x: 892, y: 28, width: 22, height: 370 },
  { id: 'dataBus', x: 928, y: 28, width: 22, height: 370 },
  { id: 'controlBus', x: 964, y: 28, width: 22, height: 370 },
  { id: 'memory', x: 746, y: 398, width: 240, height: 178 },
] as const;

type PartBox = (typeof partBoxes)[number];

/** Boxes around boxes: the three units of the processor. The name stands at `nameY`. */
export const unitBoxes = [
  { id: 'control', x: 20, y: 20, width: 338, height: 540, nameY: 38 },
  { id: 'arithmetic', x: 446, y: 20, width: 272, height: 284, nameY: 297 },
  { id: 'storage', x: 446, y: 362, width: 272, height: 198, nameY: 383 },
] as const;

/** `path` begins at the source; the value stands at `label`. */
export const wireLines = [
  { id: 'pc-bus', path: 'M186 76 H390', label: [288, 70] },
  { id: 'bus-pc', path: 'M390 48 H111 V60', label: [300, 43] },
  { id: 'pc-adder', path: 'M186 106 H232', label: null },
  { id: 'adder-pc', path: 'M270 136 V150 H111 V118', label: [192, 146] },
  { id: 'bus-ir', path: 'M390 195 H342', label: null },
  { id: 'ir-decoder', path: 'M109 224 V262', label: null },
  { id: 'ir-immediate', path: 'M269 224 V262', label: null },
  { id: 'immediate-bus', path: 'M342 291 H390', label: null },
  { id: 'decoder-controller', path: 'M109 320 V352', label: null },
  { id: 'matrix-control', path: 'M139 540 V588 H994 V210 H986', label: null },
  { id: 'bus-a', path: 'M414 88 H462', label: null },
  { id: 'bus-b', path: 'M414 42 H647 V60', label: [540, 38] },
  { id: 'a-alu', path: 'M519 116 V142', label: null },
  { id: 'b-alu', path: 'M647 116 V142', label: null },
  { id: 'alu-out', path: 'M583 204 V228', label: null },
  { id: 'out-bus', path: 'M514 257 H414', label: null },
  { id: 'registers-bus', path: 'M462 414 H414', label: null },
  { id: 'bus-registers', path: 'M414 444 H462', label: null },
  { id: 'bus-mar', path: 'M414 316 H730 V89 H748', label: [660, 312] },
  { id: 'mar-address', path: 'M870 89 H892', label: null },
  { id: 'bus-mdr', path: 'M414 333 H748', label: [560, 329] },
  { id: 'mdr-bus', path: 'M748 350 H414', label: [470, 346] },
  { id: 'mdr-data', path: 'M870 320 H928', label: null },
  { id: 'data-mdr', path: 'M928 346 H870', label: null },
] as const;

/** The control signals of a transfer, as textbooks write them on the control matrix. */
export const signalOfWire: Readonly<Partial<Record<string, string>>> = {
  'pc-bus': 'PCout',
  'bus-pc': 'PCin',
  'adder-pc': 'PC+4',
  'bus-ir': 'IRin',
  'immediate-bus': 'IMMout',
  'bus-a': 'Ain',
  'bus-b': 'Bin',
  'alu-out': 'ALU',
  'out-bus': 'ALUout',
  'registers-bus': 'Rout',
  'bus-registers': 'Rin',
  'bus-mar': 'MARin',
  'mdr-bus': 'MDRout',
  'bus-mdr': 'MDRin',
  'data-mdr': 'Read',
  'mdr-data': 'Write',
};
