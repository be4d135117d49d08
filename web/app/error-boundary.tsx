import { Component, type ReactNode } from 'react';
import { ErrorReport } from './error-report.tsx';

interface State {
  readonly error: Error | null;
}

/** Catches a mistake of ours while drawing, and says so, instead of leaving an empty page. (React offers only a class for this.) */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <ErrorReport error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
