import { Files, Image, Rows3, Shapes } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useInspectorMessages } from '../../inspectors/messages/inspector-messages.ts';
import { download } from '../../share/download.ts';
import { useShareMessages } from '../../share/messages/share-messages.ts';
import { useStore } from '../../store/store-context.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import css from './strip-export.module.css';
import type { StripPanel } from './strip-panel.ts';
import { stripSvg } from './strip-svg.ts';
import { svgToPng } from './svg-to-png.ts';
import { type Strip, type StripSheet, stripSheets, stripSources, useStrip } from './use-strip.ts';

/** Steps for slides: of each a caption, the code, the variables and the timeline; as one picture or one each; or as a worksheet. */
export function StripExport(): ReactNode {
  const t = useShareMessages();
  const ask = useInspectorMessages();
  const stops = useStore((state) => state.stops.length);
  const [source, setSource] = useState<(typeof stripSources)[number]>(stops > 0 ? 'stops' : 'line');
  const [count, setCount] = useState(6);
  const [sheet, setSheet] = useState<StripSheet>('slides');
  const strip = useStrip({
    ask: (asked) => ask(`stops.ask.${asked.kind}`, { name: asked.kind === 'variable' ? asked.name : '' }),
    answer: (answer) => (answer === null ? ask('stops.noAnswer') : ask('stops.answer', { answer })),
  });
  if (strip === null) return null;
  const save = (give: (panels: readonly StripPanel[], strip: Strip) => void | Promise<void>): void =>
    void strip.panels({ source, count, sheet }).then((panels) => give(panels, strip));
  return (
    <section className={css['strip']} aria-label={t('strip.title')}>
      <h3>{t('strip.title')}</h3>
      <div className={css['fields']}>
        <Select
          label={t('strip.source')}
          value={source}
          options={stripSources
            .filter((value) => value !== 'stops' || stops > 0)
            .map((value) => ({ value, label: t(`strip.source.${value}`, { count: stops }) }))}
          onChange={setSource}
        />
        {source === 'stops' ? (
          <Select
            label={t('strip.sheet')}
            value={sheet}
            options={stripSheets.map((value) => ({ value, label: t(`strip.sheet.${value}`) }))}
            onChange={setSheet}
          />
        ) : (
          <NumberField label={t('strip.count')} value={count} min={1} max={40} onChange={setCount} />
        )}
      </div>
      <div className={css['buttons']}>
        <Button icon={<Shapes />} disabled={strip.isBusy} onClick={() => save(asSvg)}>
          {t('strip.svg')}
        </Button>
        <Button icon={<Image />} disabled={strip.isBusy} onClick={() => save(asPng)}>
          {t('strip.png')}
        </Button>
        <Button icon={<Files />} disabled={strip.isBusy} onClick={() => save(oneEach)}>
          {t('strip.each')}
        </Button>
        {strip.isBusy && <Rows3 aria-label={t('strip.busy')} />}
      </div>
    </section>
  );
}

function asSvg(panels: readonly StripPanel[], { look }: Strip): void {
  download('lockstep-strip.svg', 'image/svg+xml', stripSvg(panels, look));
}

async function asPng(panels: readonly StripPanel[], { look }: Strip): Promise<void> {
  const blob = await svgToPng(stripSvg(panels, look), 2);
  if (blob !== null) download('lockstep-strip.png', 'image/png', blob);
}

function oneEach(panels: readonly StripPanel[], { look }: Strip): void {
  for (const [index, panel] of panels.entries())
    download(`lockstep-step-${index + 1}.svg`, 'image/svg+xml', stripSvg([panel], look));
}
