import { Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useCommonMessages } from '../../ui/messages/common.ts';
import { useLab, useLabStore } from '../lab-context.ts';
import { walkLink } from '../lab-link.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';

/** Puts program, machine and place into the address, and the address on the clipboard. */
export function LinkButton(): ReactNode {
  const t = useCpuMessages();
  const common = useCommonMessages();
  const store = useLabStore();
  const elf = useLab((state) => state.elf);
  const [copiedAt, setCopiedAt] = useState<number | null>(null);
  const cycle = useLab((state) => state.moment?.cycle ?? 0);
  const copy = async (): Promise<void> => {
    const { lesson, source, config, moment } = store.getState();
    history.replaceState(null, '', walkLink({ lesson, source, config, cycle, choices: moment?.choices ?? [] }));
    setCopiedAt(cycle);
    // Where the clipboard is refused, the address bar still holds the link.
    await navigator.clipboard.writeText(location.href).catch(() => setCopiedAt(null));
  };
  return (
    <Button kind="chip" icon={<Link2 />} disabled={elf !== null} onClick={() => void copy()}>
      {copiedAt === cycle ? common('action.copied') : t('lab.link')}
    </Button>
  );
}
