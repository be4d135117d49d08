/** What the parts of the settings dialog are given. */
import type { ScenarioSettings } from '../../sim-core/scenario/scenario.ts';

export interface SettingsFieldsProps {
  readonly settings: ScenarioSettings;
  readonly onChange: (part: Partial<ScenarioSettings>) => void;
}
