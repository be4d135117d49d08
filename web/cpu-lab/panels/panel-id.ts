/** The panels beside the picture. */
export const panelIds = ['registers', 'memory', 'cache', 'predictor', 'bus', 'figures'] as const;
export type PanelId = (typeof panelIds)[number];
