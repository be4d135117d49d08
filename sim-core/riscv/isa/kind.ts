/** What an instruction does, as far as a stage of the machine must tell instructions apart. Those from `load` on act in MEM. */
export const Kind = {
  alu: 0,
  aluImmediate: 1,
  lui: 2,
  auipc: 3,
  jal: 4,
  jalr: 5,
  branch: 6,
  fence: 7,
  load: 8,
  store: 9,
  loadReserved: 10,
  storeConditional: 11,
  amo: 12,
  csr: 13,
  csrImmediate: 14,
  ecall: 15,
  ebreak: 16,
  mret: 17,
  fenceI: 18,
  illegal: 19,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];
