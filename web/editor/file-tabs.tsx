import { Pencil, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { FileNameDialog } from './file-name-dialog.tsx';
import css from './file-tabs.module.css';
import { useEditorMessages } from './messages/editor-messages.ts';

/** The program's files. The first is the one that runs; the others are modules it can import. */
export function FileTabs(): ReactNode {
  const t = useEditorMessages();
  const store = useStoreApi();
  const files = useStore((state) => state.scenario.files);
  const activeFile = useStore((state) => state.activeFile);
  /** The file whose name is asked for; one past the last is a new one. */
  const [named, setNamed] = useState<number | null>(null);
  const giveName = (name: string): void => {
    if (named === null) return;
    if (named === files.length) store.getState().addFile(name);
    else store.getState().renameFile(named, name);
  };
  return (
    <div className={css['bar']}>
      <nav className={css['tabs']} aria-label={t('editor.files')}>
        {files.map((file, index) => (
          <span key={file.name} className={[css['tab'], index === activeFile ? css['active'] : ''].join(' ')}>
            <button
              type="button"
              aria-pressed={index === activeFile}
              onClick={() => store.getState().selectFile(index)}
              onDoubleClick={() => index > 0 && setNamed(index)}
            >
              {file.name}
            </button>
            {index > 0 && index === activeFile && (
              <>
                <IconButton
                  label={t('editor.renameFile', { file: file.name })}
                  icon={<Pencil />}
                  onClick={() => setNamed(index)}
                />
                <IconButton
                  label={t('editor.removeFile', { file: file.name })}
                  icon={<X />}
                  onClick={() => store.getState().removeFile(index)}
                />
              </>
            )}
          </span>
        ))}
      </nav>
      <IconButton label={t('editor.addFile')} icon={<Plus />} onClick={() => setNamed(files.length)} />
      {named !== null && (
        <FileNameDialog
          title={
            named === files.length ? t('editor.addFile') : t('editor.renameFile', { file: files[named]?.name ?? '' })
          }
          name={files[named]?.name ?? ''}
          taken={files.filter((_, index) => index !== named).map(({ name }) => name)}
          onName={giveName}
          onClose={() => setNamed(null)}
        />
      )}
    </div>
  );
}
