export { addressKey as addressGroup } from '@tessera/platform';
