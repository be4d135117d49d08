/** tokens.css as a canvas needs it: plain colours, read once per theme. */
import { useMemo } from 'react';
import { stateStyles, threadHues } from './state-style.ts';
import { type Theme, useTheme } from './theme.ts';

export interface CanvasTheme {
  readonly name: Theme;
  readonly background: string;
  readonly surface: string;
  readonly sunken: string;
  readonly hairline: string;
  readonly outline: string;
  readonly text: string;
  readonly textMuted: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly danger: string;
  readonly playhead: string;
  readonly lockFree: string;
  /** By the state's number. */
  readonly states: readonly { readonly fill: string; readonly ink: string }[];
  /** By hueOf(thread). */
  readonly threads: readonly { readonly fill: string; readonly ink: string }[];
  readonly fontUi: string;
  readonly fontCode: string;
  readonly smallPx: number;
  readonly laneHeightPx: number;
}

export function useCanvasTheme(): CanvasTheme {
  const theme = useTheme();
  return useMemo(() => readCanvasTheme(theme), [theme]);
}

/** The values that <html> has now: it already wears the theme that `name` says. */
function readCanvasTheme(name: Theme): CanvasTheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    name,
    background: token('background'),
    surface: token('surface'),
    sunken: token('surface-sunken'),
    hairline: token('hairline'),
    outline: token('outline'),
    text: token('text'),
    textMuted: token('text-muted'),
    accent: token('accent'),
    accentSoft: token('accent-soft'),
    danger: token('danger'),
    playhead: token('playhead'),
    lockFree: token('lock-free'),
    states: stateStyles.map((state) => ({
      fill: token(`state-${state.token}`),
      ink: token(`state-${state.token}-ink`),
    })),
    threads: Array.from({ length: threadHues }, (_, hue) => ({
      fill: token(`thread-${hue}`),
      ink: token(`thread-${hue}-ink`),
    })),
    fontUi: token('font-ui'),
    fontCode: token('font-code'),
    smallPx: Number.parseFloat(token('size-12')),
    laneHeightPx: Number.parseFloat(token('lane-height')),
  };
}
