import { Upload } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { ProblemList } from './problem-list.tsx';
import css from './program.module.css';

/** The assembly text, what is wrong with it, and a way to bring in an ELF file. */
export function SourceEditor({ onAssembled }: { readonly onAssembled: () => void }): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const source = useLab((state) => state.source);
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const assemble = async (): Promise<void> => {
    await store.getState().restart();
    if (store.getState().moment !== null) onAssembled();
  };
  const goTo = (line: number, column: number): void => {
    const before = source.split('\n').slice(0, line - 1);
    const offset = before.join('\n').length + (before.length > 0 ? 1 : 0) + column;
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset + 1);
  };
  const openFile = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [chosen] = target.files ?? [];
    if (chosen === undefined) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    if (bytes[0] === 0x7f) await store.getState().openElf(chosen.name, bytes);
    else store.getState().editSource(new TextDecoder().decode(bytes));
    target.value = '';
  };
  return (
    <div className={css['source']}>
      <div className={css['actions']}>
        <Button kind="primary" onClick={() => void assemble()}>
          {t('program.assemble')}
        </Button>
        <Button icon={<Upload />} onClick={() => file.current?.click()}>
          {t('program.open')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".s,.S,.asm,.elf,.txt"
          hidden
          aria-label={t('program.open')}
          onChange={(event) => void openFile(event)}
        />
      </div>
      <ProblemList onGoTo={goTo} />
      <textarea
        ref={area}
        className={css['text']}
        aria-label={t('program.source')}
        spellCheck={false}
        value={source}
        onChange={(event) => store.getState().editSource(event.target.value)}
      />
    </div>
  );
}
