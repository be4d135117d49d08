/** So many operations of each worker are recorded in full where there are very many of them. */
export const detailedOperations = 2000;
