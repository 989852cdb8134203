import { Component, type ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';

/** A page that fails says so, and leaves the rest of the portal standing. A new release has other files: loading helps. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ProblemNotice error={this.state.error} retry={() => location.reload()} />;
  }
}
