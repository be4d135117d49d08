import { Boxes, GitFork, Maximize2, Search, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { zoomAround } from '../store/viewport.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { Lane } from './lane.ts';
import { FindingsChip } from './findings-chip.tsx';
import { Legend } from './legend.tsx';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import css from './timeline-toolbar.module.css';

export interface TimelineToolbarProps {
  readonly lanes: readonly Lane[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

export function TimelineToolbar({ lanes, search, onSearch }: TimelineToolbarProps): ReactNode {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const showsInternal = useStore((state) => state.showsInternal);
  const showsCausality = useStore((state) => state.showsCausality);
  const zoom = (factor: number): void => {
    const { viewport, playheadNs, setViewport } = store.getState();
    const isInView = playheadNs >= viewport.fromNs && playheadNs <= viewport.toNs;
    const around = isInView ? playheadNs : (viewport.fromNs + viewport.toNs) / 2;
    setViewport(zoomAround(viewport, around, factor));
  };
  return (
    <div className={css['toolbar']}>
      <label className={css['search']}>
        <Search aria-hidden="true" />
        <input
          type="search"
          value={search}
          placeholder={t('timeline.search')}
          aria-label={t('timeline.search')}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      <Legend lanes={lanes} />
      <FindingsChip />
      <div className={css['buttons']}>
        <IconButton
          label={t('timeline.internal')}
          icon={<Boxes />}
          isPressed={showsInternal}
          onClick={() => store.getState().toggleInternal()}
        />
        <IconButton
          label={t('timeline.causality')}
          icon={<GitFork />}
          shortcut="H"
          isPressed={showsCausality}
          onClick={() => store.getState().toggleCausality()}
        />
        <IconButton label={t('timeline.zoomOut')} icon={<ZoomOut />} shortcut="S" onClick={() => zoom(2)} />
        <IconButton label={t('timeline.zoomIn')} icon={<ZoomIn />} shortcut="W" onClick={() => zoom(0.5)} />
        <IconButton
          label={t('timeline.showAll')}
          icon={<Maximize2 />}
          shortcut="F"
          onClick={() => store.getState().showAll()}
        />
      </div>
    </div>
  );
}
