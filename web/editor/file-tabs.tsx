import { Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import css from './file-tabs.module.css';
import { useEditorMessages } from './messages/editor-messages.ts';

export function FileTabs(): ReactNode {
  const t = useEditorMessages();
  const store = useStoreApi();
  const files = useStore((state) => state.scenario.files);
  const activeFile = useStore((state) => state.activeFile);
  const [asksName, setAsksName] = useState(false);
  return (
    <div className={css['bar']}>
      <nav className={css['tabs']} aria-label={t('editor.files')}>
        {files.map((file, index) => (
          <span key={file.name} className={[css['tab'], index === activeFile ? css['active'] : ''].join(' ')}>
            <button
              type="button"
              aria-pressed={index === activeFile}
              onClick={() => store.getState().selectFile(index)}
            >
              {file.name}
            </button>
            {index > 0 && (
              <IconButton
                label={t('editor.removeFile', { file: file.name })}
                icon={<X />}
                onClick={() => store.getState().removeFile(index)}
              />
            )}
          </span>
        ))}
      </nav>
      <IconButton label={t('editor.addFile')} icon={<Plus />} onClick={() => setAsksName(true)} />
      <NameDialog
        isOpen={asksName}
        onClose={() => setAsksName(false)}
        onName={(name) => store.getState().addFile(name)}
      />
    </div>
  );
}

interface NameDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ isOpen, onClose, onName }: NameDialogProps): ReactNode {
  const t = useEditorMessages();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('editor.addFile')}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const name = new FormData(event.currentTarget).get('name');
          if (typeof name === 'string' && name !== '') onName(name.endsWith('.py') ? name : `${name}.py`);
          onClose();
        }}
      >
        <input name="name" required pattern="[A-Za-z_]\w*(\.py)?" aria-label={t('editor.newFileName')} />
        <Button kind="primary" type="submit">
          {t('editor.add')}
        </Button>
      </form>
    </Dialog>
  );
}
