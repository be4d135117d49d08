/** Saving as other programs do where the browser can (the file is chosen once, then written again); elsewhere a download. */
import { download } from './download.ts';

export interface SavedText {
  readonly name: string;
  readonly type: string;
  /** With its dot. */
  readonly extension: `.${string}`;
  readonly text: string;
}

/** The File System Access API, as far as it is used; not every browser has it, and no frame of another site. */
interface WritableFile {
  readonly name: string;
  readonly createWritable: () => Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<WritableFile>;
}

export type SaveTarget = WritableFile;

/** `target` is where it was saved before. Returns where it is now: null after a download, or if the person thought better of it. */
export async function saveFile(saved: SavedText, target: SaveTarget | null): Promise<SaveTarget | null> {
  const chosen = target ?? (await chooseTarget(saved));
  if (chosen === 'none') {
    download(saved.name, saved.type, saved.text);
    return null;
  }
  if (chosen === null) return null;
  const file = await chosen.createWritable();
  await file.write(saved.text);
  await file.close();
  return chosen;
}

async function chooseTarget({ name, type, extension }: SavedText): Promise<SaveTarget | 'none' | null> {
  const { showSaveFilePicker } = globalThis as SavePicker;
  if (showSaveFilePicker === undefined) return 'none';
  try {
    return await showSaveFilePicker.call(globalThis, {
      suggestedName: name,
      types: [{ accept: { [type]: [extension] } }],
    });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // In a frame of another site it is forbidden; an abort is the person's wish.
    return error.name === 'AbortError' ? null : 'none';
  }
}
