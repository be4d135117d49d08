/** The version of Lockstep that made a link; the same as in package.json. */
export const engineVersion = '0.1.0';
