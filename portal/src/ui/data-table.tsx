import type { ReactNode } from 'react';
import classes from './ui.module.css';

export interface Column<Row> {
  /** Stable name. */
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Names the row for screen readers; one column, the first. */
  heading?: boolean;
  align?: 'start' | 'end';
}

interface DataTableProps<Row> {
  /** What the table shows, for screen readers. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Equally wide columns, so that several tables below each other look like one. */
  even?: boolean;
}

/** A table that becomes a list of cards where it would be too narrow. */
export function DataTable<Row>({ label, columns, rows, rowKey, even = false }: DataTableProps<Row>) {
  return (
    <div className={`${classes.wrap} ${classes.stack}`}>
      <table aria-label={label} className={classes.table} data-even={even || undefined}>
        <thead>
          <tr>
            {columns.map(({ id, label: name, align }) => (
              <th key={id} scope="col" data-align={align}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, label: name, cell, heading, align }) =>
                heading ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} data-align={align} data-label={name}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
