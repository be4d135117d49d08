/** When every run begins: 2024-01-01 00:00:00 UTC, in seconds since 1970. */
export const epochSeconds = 1_704_067_200;
