import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@vendure/dashboard';
import type { ReactNode } from 'react';

/** A column of a {@link RecordTable}. */
export interface Column<Row> {
    readonly title: ReactNode;
    readonly cell: (row: Row) => ReactNode;
}

/** A plain table, which scrolls sideways where the window is narrow. */
export function RecordTable<Row extends { readonly id: string }>({
    rows,
    columns,
    none,
}: {
    rows: readonly Row[];
    columns: readonly Column<Row>[];
    /** In place of a table without rows. */
    none: ReactNode;
}) {
    if (rows.length === 0) {
        return <p className="text-sm text-muted-foreground">{none}</p>;
    }
    return (
        <Table>
            <TableHeader>
                <TableRow>
                    {columns.map((column, index) => (
                        <TableHead key={index}>{column.title}</TableHead>
                    ))}
                </TableRow>
            </TableHeader>
            <TableBody>
                {rows.map(row => (
                    <TableRow key={row.id}>
                        {columns.map((column, index) => (
                            <TableCell key={index} className="align-top">
                                {column.cell(row)}
                            </TableCell>
                        ))}
                    </TableRow>
                ))}
            </TableBody>
        </Table>
    );
}
