import { Braces, FileCode, FileText, Image, Route, Shapes } from 'lucide-react';
import type { ReactNode } from 'react';
import { chromeTraceParts } from '../../sim-core/trace/chrome-trace.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { SentenceContext } from '../inspectors/event-sentence.ts';
import { useNoteMessages } from '../inspectors/notes/messages/note-messages.ts';
import { transcriptOf } from '../inspectors/transcript.ts';
import { useSentenceContext } from '../inspectors/use-sentence-context.ts';
import { download } from '../share/download.ts';
import { useShareMessages } from '../share/messages/share-messages.ts';
import { saveProgram, saveScenarioFile } from '../share/scenario-file.ts';
import { useStoreApi } from '../store/store-context.ts';
import { pngPicture, svgPicture } from '../timeline/picture.ts';
import { usePictureScene } from '../timeline/use-picture-scene.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './export-dialog.module.css';
import { StripExport } from './strip/strip-export.tsx';

/** Everything that can be taken away as a file. */
export function ExportDialog(): ReactNode {
  const t = useShareMessages();
  const store = useStoreApi();
  const note = useNoteMessages();
  const context = useSentenceContext();
  const scene = usePictureScene();
  const savePng = async (): Promise<void> => {
    const blob = scene === null ? null : await pngPicture(scene(), 2);
    if (blob !== null) download('lockstep.png', 'image/png', blob);
  };
  const transcript = (told: SentenceContext): string =>
    transcriptOf(told, store.getState().notes, ({ text }) => note('notes.line', { text }));
  return (
    <Dialog isOpen onClose={() => store.getState().closeDialog()} title={t('export.title')}>
      <div className={css['choices']}>
        {scene !== null && context !== null && (
          <>
            <Button icon={<Image />} onClick={() => void savePng()}>
              {t('export.png')}
            </Button>
            <Button icon={<Shapes />} onClick={() => download('lockstep.svg', 'image/svg+xml', svgPicture(scene()))}>
              {t('export.svg')}
            </Button>
            <Button icon={<FileText />} onClick={() => download('lockstep.txt', 'text/plain', transcript(context))}>
              {t('export.transcript')}
            </Button>
            <Button
              icon={<Route />}
              onClick={() => download('lockstep.trace.json', 'application/json', perfettoFile(context.trace))}
            >
              {t('export.perfetto')}
            </Button>
          </>
        )}
        {scene === null && <p>{t('export.none')}</p>}
        <Button icon={<Braces />} onClick={() => void saveScenarioFile(store.getState())}>
          {t('export.scenario')}
        </Button>
        <Button icon={<FileCode />} onClick={() => void saveProgram(store.getState())}>
          {t('export.program')}
        </Button>
      </div>
      <StripExport />
    </Dialog>
  );
}

function perfettoFile(trace: Trace): Blob {
  return new Blob([...chromeTraceParts(trace)], { type: 'application/json' });
}
