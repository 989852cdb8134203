import { Loader } from '@mantine/core';
import classes from './ui.module.css';

/** Without words, since words may be what is being loaded. */
export const PageLoading = () => (
  <div className={classes.loading} aria-busy="true">
    <Loader />
  </div>
);
