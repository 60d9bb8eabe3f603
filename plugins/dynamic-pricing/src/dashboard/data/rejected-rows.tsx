import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { rowReasons } from '../shared/labels';
import type { RejectedRow } from './feeds.graphql';

const SHOWN = 50;

/** Rows that were not taken, each with its line and reason. */
export function RejectedRows({ rows }: { rows: readonly RejectedRow[] }) {
    const label = useLabel();
    if (rows.length === 0) {
        return null;
    }
    const rest = rows.length - SHOWN;
    return (
        <details className="text-sm">
            <summary className="cursor-pointer py-1">
                <Trans>Rows not taken: {rows.length}</Trans>
            </summary>
            <ul className="mt-1 max-h-64 space-y-1 overflow-y-auto">
                {rows.slice(0, SHOWN).map(({ line, reason, value }) => {
                    const why = label(rowReasons, reason);
                    return (
                        <li key={`${line} ${reason}`} className="whitespace-normal">
                            <Trans>
                                Line {line}: {why}
                            </Trans>
                            {value !== '' && <code className="ml-2 text-xs break-all">{value}</code>}
                        </li>
                    );
                })}
                {rest > 0 && (
                    <li className="text-muted-foreground">
                        <Trans>and {rest} more</Trans>
                    </li>
                )}
            </ul>
        </details>
    );
}
