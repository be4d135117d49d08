import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';

export interface CopyButtonProps {
  readonly text: string;
  readonly onCopy?: () => void;
}

/** Copies, and says so until the text is another one. */
export function CopyButton({ text, onCopy }: CopyButtonProps): ReactNode {
  const t = useCommonMessages();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  const copy = async (): Promise<void> => {
    onCopy?.();
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <Button kind="primary" icon={isCopied ? <Check /> : <Copy />} onClick={() => void copy()}>
      {t(isCopied ? 'action.copied' : 'action.copy')}
    </Button>
  );
}
