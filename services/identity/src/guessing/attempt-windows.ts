export {
  countingAttempt as counting,
  FailureLimiter as AttemptWindows,
  releasingAttempt as releasing,
  type FailureLimit as Limit,
} from '@tessera/platform';
