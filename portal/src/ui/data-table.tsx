import { Table } from '@mantine/core';
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
      <Table aria-label={label} verticalSpacing="sm" layout={even ? 'fixed' : 'auto'}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ id, label: name, align = 'start' }) => (
              <Table.Th key={id} scope="col" ta={align}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map(({ id, label: name, cell, heading, align = 'start' }) =>
                heading ? (
                  <Table.Th key={id} scope="row">
                    {cell(row)}
                  </Table.Th>
                ) : (
                  <Table.Td key={id} ta={align} data-label={name}>
                    {cell(row)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
