import { useId, type ReactElement, type ReactNode } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { CommandButton, keysOf } from '../../commands/command-button.tsx';
import { useT } from '../../lib/i18n/i18n.ts';
import { focusPane, registerPane } from '../../lib/panes.ts';
import { toggleDetails } from '../../state/layout-actions.ts';
import { selectDetail } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { Activity } from './activity.tsx';
import { Customer } from './customer.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { ScrollPane } from '../../ui/scroll-pane/scroll-pane.tsx';
import styles from './details.module.css';
import { Uncertain } from './uncertain.tsx';
import { Why } from './why.tsx';

/** As many as the service tells of: with so many there may be more, and none are counted. */
const MOST_HISTORY = 5;

const register = (focus: () => void): (() => void) => registerPane('details', focus);
const leave = (): void => {
  focusPane('list');
};

function Block(props: {
  readonly title: string;
  readonly aside?: string;
  readonly control?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className={styles['block']} aria-labelledby={id}>
      <div className={styles['heading']}>
        <h3 id={id}>{props.title}</h3>
        {props.aside === undefined ? null : <span className={styles['aside']}>{props.aside}</span>}
        {props.control === undefined ? null : (
          <span className={styles['aside']}>{props.control}</span>
        )}
      </div>
      {props.children}
    </section>
  );
}

function Blocks(props: { readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { explanation, history, activities } = props.detail;
  return (
    <>
      <Facts detail={props.detail} />
      <Block
        title={t('customer.title')}
        control={
          <CommandButton id="linkCustomer" look="link" icon={false} label={t('customer.link')} />
        }
      >
        <Customer detail={props.detail} />
      </Block>
      <Block title={t('why.title')}>
        {explanation === null ? (
          <p className={styles['quiet']}>{t('why.none')}</p>
        ) : (
          <Why explanation={explanation} />
        )}
        <Uncertain row={props.detail.summary} />
      </Block>
      <Block
        title={t('details.history')}
        {...(history.length < MOST_HISTORY
          ? { aside: t('details.contacts', { n: history.length + 1 }) }
          : {})}
      >
        <History entries={history} />
      </Block>
      <Block title={t('details.activity')}>
        <Activity activities={activities} />
      </Block>
    </>
  );
}

/** What is known of a conversation beside its words: who, whose, why this deadline, what happened. */
export function Details(props: { readonly id: string }): ReactElement {
  const t = useT();
  const detail = useApp(selectDetail(props.id));
  return (
    <aside className={styles['pane']} aria-label={t('details.label')} data-pane="details">
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('details.label')}</h2>
        <IconButton
          icon="close"
          label={t('details.close')}
          keys={keysOf('details')}
          onClick={toggleDetails}
        />
      </header>
      <ScrollPane
        label={t('details.label')}
        className={styles['scroll']}
        onReady={register}
        onLeave={leave}
      >
        {detail === undefined ? null : <Blocks detail={detail} />}
      </ScrollPane>
    </aside>
  );
}
