import type { ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Page } from '../page.tsx';
import { Holidays } from './holidays.tsx';
import { Promises } from './promises.tsx';
import { SaveBar } from './save-bar.tsx';
import { SpecialDays } from './special-days.tsx';
import { useRules } from './use-rules.ts';
import { Week } from './week.tsx';
import styles from './deadlines.module.css';

/** By when we answer, and when we work. One rule and one calendar, for everything. */
export function Deadlines(): ReactElement {
  const t = useT();
  const rules = useRules();
  return (
    <>
      <Page title={t('settings.deadlines')} look="wide">
        {rules === null ? null : (
          <div className={styles['columns']}>
            <div>
              <Promises {...rules} />
              <Week {...rules} />
            </div>
            <div>
              <Holidays {...rules} />
              <SpecialDays {...rules} />
            </div>
          </div>
        )}
      </Page>
      <SaveBar />
    </>
  );
}
