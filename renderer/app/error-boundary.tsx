import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';
import { useT } from '../lib/i18n/i18n.ts';
import { Button } from '../ui/button/button.tsx';
import { EmptyState } from '../ui/notice/empty-state.tsx';

interface State {
  readonly broken: boolean;
}

function Broken(props: { readonly onRetry: () => void }): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="warning" look="bad" title={t('crash.title')} text={t('crash.text')}>
      <Button look="primary" label={t('crash.retry')} onClick={props.onRetry} />
      <Button label={t('crash.reload')} onClick={() => window.location.reload()} />
    </EmptyState>
  );
}

/** Keeps a bug in one part from taking the window down; the error goes to the console and its log. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // React has written the error itself; where it stood helps more than what it said.
    reportError(new Error(`Broken at:${info.componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}
