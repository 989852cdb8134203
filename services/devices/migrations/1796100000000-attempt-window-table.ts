export { AttemptWindowTable1796100000000 } from '@tessera/platform';
