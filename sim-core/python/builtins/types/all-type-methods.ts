/** The methods of numbers, texts and containers: one file each. */
export {};
