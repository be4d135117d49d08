/** The inspectors' names, in the order of the keys 1 to 8. */
import { useInspectorMessages } from '../inspectors/messages/inspector-messages.ts';
import { inspectorTabs } from '../store/panel-slice.ts';

export function useTabNames(): readonly string[] {
  const t = useInspectorMessages();
  return inspectorTabs.map((tab) => t(`tab.${tab}`));
}
