import { useEffect, useState } from 'react';

/** Whether a time is over; changes by itself when it comes. */
export function usePast(time: string): boolean {
  const [past, setPast] = useState(() => Date.parse(time) <= Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), Math.max(0, Date.parse(time) - Date.now()));
    return () => clearTimeout(timer);
  }, [time]);
  return past;
}
