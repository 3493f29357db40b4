import type { KeyboardEvent, ReactElement } from 'react';
import type { PageChoiceView } from '../../../shared/contract/channel-schemas.ts';
import { missingTasks } from '../../../shared/domain/source/tasks.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './page-chooser.module.css';

/** Arrows move from page to page, as in any list; Space takes one. */
function moveWithArrows(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const group = event.currentTarget.closest('[role="group"]');
  const boxes = [...(group?.querySelectorAll<HTMLInputElement>('[type="checkbox"]') ?? [])];
  boxes[boxes.indexOf(event.currentTarget) + step]?.focus();
}

/** One page to connect: a checkbox as wide as the list; what does not go well stands below its name. */
export function PageOption(props: {
  readonly page: PageChoiceView;
  readonly chosen: boolean;
  readonly failure: AppError | undefined;
  readonly onChange: (chosen: boolean) => void;
}): ReactElement {
  const t = useT();
  const { page, chosen, failure } = props;
  const missing = missingTasks(page.tasks);
  return (
    <label className={cx(styles['option'], chosen && styles['chosen'])}>
      <input
        type="checkbox"
        className="visually-hidden"
        checked={chosen}
        onKeyDown={moveWithArrows}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span className={styles['box']} aria-hidden="true">
        {chosen ? <Icon name="check" /> : null}
      </span>
      <span className={styles['name']}>
        <Inline text={page.name} />
      </span>
      <span className={styles['id']}>{page.externalId}</span>
      {page.accountId === null ? null : (
        <span className={styles['known']}>{t('chooser.connected')}</span>
      )}
      {missing.map((task) => (
        <span key={task} className={styles['lack']}>
          <Icon name="warning" small />
          {t(`chooser.lacks.${task}`)}
        </span>
      ))}
      {failure === undefined ? null : (
        <span className={styles['failure']} role="alert">
          {errorText(t, failure)}
        </span>
      )}
    </label>
  );
}
