/** So many items are written between a mark and the opcode that takes them (BATCHSIZE in Modules/_pickle.c). */
export const batchSize = 1000;
