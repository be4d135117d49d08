import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './file-tabs.module.css';
import { useEditorMessages } from './messages/editor-messages.ts';

export interface FileNameDialogProps {
  readonly title: string;
  readonly name: string;
  /** The other files' names. */
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a module's name: it must be one that `import` can take, and not taken yet. */
export function FileNameDialog({ title, name, taken, onName, onClose }: FileNameDialogProps): ReactNode {
  const t = useEditorMessages();
  const [typed, setTyped] = useState(name);
  const wanted = typed.endsWith('.py') ? typed : `${typed}.py`;
  const problem = taken.includes(wanted)
    ? t('editor.nameTaken', { file: wanted })
    : /^[\p{L}_][\p{L}\p{N}_]*\.py$/u.test(wanted)
      ? null
      : t('editor.nameWrong');
  return (
    <Dialog isOpen onClose={onClose} title={title} description={t('editor.moduleHelp')}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (problem !== null) return;
          onName(wanted);
          onClose();
        }}
      >
        <input
          value={typed}
          required
          aria-label={t('editor.newFileName')}
          aria-invalid={typed !== '' && problem !== null}
          onChange={(event) => setTyped(event.target.value.trim())}
        />
        <Button kind="primary" type="submit" disabled={problem !== null}>
          {t(name === '' ? 'editor.add' : 'editor.rename')}
        </Button>
      </form>
      <output className={css['problem']}>{typed === '' ? '' : problem}</output>
    </Dialog>
  );
}
