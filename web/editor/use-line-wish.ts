/** Goes to the line somebody clicked in a list beside the editor. */
import type { EditorView } from '@codemirror/view';
import { type RefObject, useEffect } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';

export function useLineWish(view: RefObject<EditorView | null>, editorKey: string): void {
  const store = useStoreApi();
  const wish = useStore((state) => state.lineWish);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || wish === null || store.getState().activeFile !== wish.file) return;
    const { doc } = editor.state;
    const { from } = doc.line(Math.min(Math.max(1, wish.line), doc.lines));
    editor.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    editor.focus();
    store.getState().forgetLineWish();
  }, [view, store, wish, editorKey]);
}
