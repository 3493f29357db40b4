import { useEffect, useRef, useState, type ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import type { PageChooser } from '../../state/connect.ts';
import {
  choosePage,
  connectChosen,
  leaveChooser,
  searchPages,
} from '../../state/page-chooser-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { faultText } from './fault-text.ts';
import { TeamField } from './fields.tsx';
import { foundPages, type FoundPages } from './found-pages.ts';
import styles from './page-chooser.module.css';
import { PageOption } from './page-option.tsx';

/** Where one is among many pages, and the way to the others. */
function Parts(props: {
  readonly found: FoundPages;
  readonly onTurn: (part: number) => void;
}): ReactElement | null {
  const t = useT();
  const { part, parts, total } = props.found;
  if (parts === 1) return null;
  return (
    <nav className={styles['parts']} aria-label={t('chooser.parts')}>
      <IconButton
        icon="chevronLeft"
        label={t('chooser.previous')}
        disabled={part === 0}
        onClick={() => props.onTurn(part - 1)}
      />
      <span role="status">
        {t('chooser.part', {
          part: formatNumber(part + 1),
          parts: formatNumber(parts),
          total: formatNumber(total),
        })}
      </span>
      <IconButton
        icon="chevronRight"
        label={t('chooser.next')}
        disabled={part === parts - 1}
        onClick={() => props.onTurn(part + 1)}
      />
    </nav>
  );
}

function Foot({ chosen }: { readonly chosen: number }): ReactElement {
  const t = useT();
  const asking = useApp((state) => state.connect.busy !== null);
  return (
    <footer className={styles['foot']}>
      <Button
        type="submit"
        look="primary"
        size="large"
        label={asking ? t('connect.checking') : t('chooser.do', { n: chosen })}
        keys={asking || chosen === 0 ? [] : ['↵']}
        disabled={asking || chosen === 0}
      />
      <Button look="quiet" size="large" label={t('connect.cancel')} onClick={leaveChooser} />
    </footer>
  );
}

/** The pages behind a login: those that are wanted are chosen, several at once. */
export function PageChooserView({ chooser }: { readonly chooser: PageChooser }): ReactElement {
  const t = useT();
  const [wanted, setWanted] = useState(0);
  const faults = useApp((state) => state.connect.faults);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const { pages, query, chosen, failures } = chooser;
  const found = foundPages(pages, query, wanted);
  const general = faultText(t, faults, null);
  if (pages.length === 0) {
    return (
      <EmptyState icon="post" title={t('chooser.none')} text={t('chooser.none.text')}>
        <Button label={t('connect.cancel')} onClick={leaveChooser} />
      </EmptyState>
    );
  }
  return (
    <form
      className={styles['chooser']}
      onSubmit={(event) => {
        event.preventDefault();
        void connectChosen();
      }}
    >
      <p className={styles['lead']}>{t('chooser.lead', { n: pages.length })}</p>
      {general === undefined ? null : <Banner look="error" icon="warning" text={general} />}
      <Field
        ref={search}
        type="search"
        label={t('chooser.search')}
        value={query}
        onChange={(event) => {
          setWanted(0);
          searchPages(event.target.value);
        }}
      />
      <div className={styles['options']} role="group" aria-label={t('chooser.pages')}>
        {found.shown.map((page) => (
          <PageOption
            key={page.externalId}
            page={page}
            chosen={chosen.has(page.externalId)}
            failure={failures.get(page.externalId)}
            onChange={(on) => choosePage(page.externalId, on)}
          />
        ))}
        {found.total === 0 ? <p className={styles['nothing']}>{t('chooser.notFound')}</p> : null}
      </div>
      <Parts found={found} onTurn={setWanted} />
      <TeamField />
      <Foot chosen={chosen.size} />
    </form>
  );
}
