import type { Language } from '../../ui/messages/language.ts';
import type { Unit } from './run-summary.ts';

/** A value with its unit, as long as is worth reading. */
export function formatQuantity(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case 'count':
      return formatNumber(value, language, value < 100 ? 1 : 0);
    case 'percent':
      return value > 0 && value < 0.01 ? '< 0.01 %' : `${significant(value, language)} %`;
    case 'times':
      return `${formatNumber(value, language, value < 10 ? 2 : 1)}×`;
    case 'milliseconds':
      return formatDuration(value, language);
    case 'nanoseconds':
      return formatDuration(value / 1e6, language);
    case 'per-second':
      return `${compact(value, language)}/s`;
    case 'bytes':
      return formatBytes(value);
  }
}

/** In the unit that gives one to three digits before the point. */
export function formatDuration(milliseconds: number, language: Language): string {
  const size = Math.abs(milliseconds);
  if (size >= 1000) return `${significant(milliseconds / 1000, language)} s`;
  if (size >= 1 || size === 0) return `${significant(milliseconds, language)} ms`;
  if (size >= 1e-3) return `${significant(milliseconds * 1e3, language)} µs`;
  return `${significant(milliseconds * 1e6, language)} ns`;
}

/** A moment of a run, exact enough to tell it from its neighbours `stepMs` away. */
export function formatMoment(timeMs: number, stepMs: number, language: Language): string {
  const isSeconds = stepMs >= 1 && timeMs >= 1000;
  const step = isSeconds ? stepMs / 1000 : stepMs;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return `${formatNumber(isSeconds ? timeMs / 1000 : timeMs, language, digits)} ${isSeconds ? 's' : 'ms'}`;
}

export function formatNumber(value: number, language: Language, fractionDigits: number): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: fractionDigits }).format(value);
}

/** 1 kB is 1024 bytes here, as the message sizes are powers of two. */
function formatBytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${bytes / 1_048_576} MB` : `${bytes / 1024} kB`;
}

/** With the letters of the SI: in running text 'm' would be a thousandth. */
function compact(value: number, language: Language): string {
  if (value >= 1e6) return `${significant(value / 1e6, language)} M`;
  if (value >= 1e3) return `${significant(value / 1e3, language)} k`;
  return significant(value, language);
}

function significant(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), { maximumSignificantDigits: 3 }).format(value);
}

function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-GB';
}
