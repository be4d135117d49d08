/** A lesson of the CPU lab: a program of its own, the machine it runs on, and where to look. Its words are in the catalogue. */
import type { LabConfig, LabStepUnit } from '../../worker/riscv-api.ts';
import type { PanelId } from '../panels/panel-id.ts';
import type { Speed } from '../speed.ts';

export const lessonIds = [
  'first',
  'sum',
  'stack',
  'hazards',
  'reordered',
  'prediction',
  'rows',
  'columns',
  'lost',
  'amoadd',
  'testAndSet',
  'testFirst',
  'reserved',
  'falseSharing',
  'padded',
  'threeLevels',
] as const;

export type LessonId = (typeof lessonIds)[number];

export interface Lesson {
  readonly id: LessonId;
  readonly source: string;
  /** What differs from the plain single-cycle machine. */
  readonly config: Partial<LabConfig>;
  readonly unit: LabStepUnit;
  readonly speed: Speed;
  readonly panel: PanelId;
}
