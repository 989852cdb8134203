import { Component, type ReactNode } from 'react';
import { Offline } from './offline.js';
import { ProblemNotice } from './problem-notice.js';

/** A page that fails says so, and leaves the rest of the portal standing. A new release has other files: loading helps. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown; offline: boolean }> {
  override state = { error: null as unknown, offline: false };

  static getDerivedStateFromError(error: unknown) {
    // A page whose code has not been loaded yet.
    return { error, offline: !navigator.onLine };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    if (this.state.offline) return <Offline />;
    return <ProblemNotice error={this.state.error} retry={() => location.reload()} />;
  }
}
