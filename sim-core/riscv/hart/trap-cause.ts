/** The numbers that mcause may hold here (volume II, table of machine cause register values). */
export const trapCause = {
  misalignedFetch: 0,
  illegalInstruction: 2,
  breakpoint: 3,
  misalignedLoad: 4,
  misalignedStore: 6,
  callFromUser: 8,
  callFromMachine: 11,
} as const;
