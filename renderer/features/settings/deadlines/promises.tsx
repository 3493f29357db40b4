import { useId, type ReactElement } from 'react';
import { formatDuration } from '../../../lib/format/duration.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { TARGET_UNITS, type TargetUnit } from '../../../state/rules-draft.ts';
import { editRules } from '../../../state/settings-actions.ts';
import { BareField } from '../../../ui/field/bare-field.tsx';
import { Select } from '../../../ui/select/select.tsx';
import { Card } from '../page.tsx';
import { Fault } from './fault.tsx';
import { Preview } from './preview.tsx';
import type { RulesOnScreen } from './use-rules.ts';
import styles from './deadlines.module.css';

function Target(props: RulesOnScreen & { readonly which: 'first' | 'next' }): ReactElement {
  const t = useT();
  const id = useId();
  const { draft, faults, which } = props;
  const target = draft[which];
  const fault = faults[which];
  const label = t(`deadlines.${which}`);
  return (
    <div className={styles['line']}>
      <span className={styles['term']}>{label}</span>
      <BareField
        room="number"
        inputMode="decimal"
        label={label}
        value={target.amount}
        wrong={fault !== undefined}
        noteId={fault === undefined ? undefined : id}
        onChange={({ target: { value } }) =>
          editRules(() => ({ [which]: { ...target, amount: value } }))
        }
      />
      <Select<TargetUnit>
        label={`${label}, ${t('deadlines.unit')}`}
        value={target.unit}
        options={TARGET_UNITS.map((value) => ({ value, label: t(`deadlines.unit.${value}`) }))}
        onChange={(unit) => editRules(() => ({ [which]: { ...target, unit } }))}
      />
      <Fault id={id} fault={fault} />
    </div>
  );
}

/** What the share means for the first target: `cioè 1 h 00 prima`. */
function warnMeans({ draft, faults }: RulesOnScreen): string | null {
  if (faults['first'] !== undefined || faults['warnPercent'] !== undefined) return null;
  const amount = Number(draft.first.amount.replace(',', '.'));
  const unitMs = draft.first.unit.startsWith('hours') ? 3_600_000 : 60_000;
  const share = Number(draft.warnPercent.replace('%', '').replace(',', '.')) / 100;
  return formatDuration(amount * unitMs * share);
}

function Warning(props: RulesOnScreen): ReactElement {
  const t = useT();
  const id = useId();
  const fault = props.faults['warnPercent'];
  const means = warnMeans(props);
  return (
    <div className={styles['line']}>
      <span className={styles['term']}>{t('deadlines.warn')}</span>
      <BareField
        room="number"
        inputMode="numeric"
        label={t('deadlines.warn')}
        value={props.draft.warnPercent}
        wrong={fault !== undefined}
        noteId={fault === undefined ? undefined : id}
        onChange={({ target: { value } }) => editRules(() => ({ warnPercent: value }))}
      />
      <span className={styles['means']}>
        {means === null ? '%' : t('deadlines.warnMeans', { first: means })}
      </span>
      <Fault id={id} fault={fault} />
    </div>
  );
}

/** How long we may take for the first answer and for each later one, and when the timer warns. */
export function Promises(props: RulesOnScreen): ReactElement {
  const t = useT();
  return (
    <Card title={t('deadlines.promise')}>
      <Target {...props} which="first" />
      <Target {...props} which="next" />
      <Warning {...props} />
      <Preview {...props} />
      <p className={styles['note']}>{t('deadlines.unitsMean')}</p>
    </Card>
  );
}
