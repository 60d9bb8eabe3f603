import { Fact, Facts, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { bases } from '../shared/labels';
import type { Entry } from './record.graphql';

/** One place where data of people is, folded up to what it is. */
export function RecordEntry({ entry }: { entry: Entry }) {
    const label = useLabel();
    const { columns, withheld } = entry;
    return (
        <li className="py-3">
            <details>
                <summary className="cursor-pointer">
                    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
                        <span className="font-medium">{entry.holds}</span>
                        <Badge variant="secondary">{label(bases, entry.basis)}</Badge>
                        {entry.isOfStaff && (
                            <Badge variant="outline">
                                <Trans>Staff</Trans>
                            </Badge>
                        )}
                    </span>
                </summary>
                <div className="mt-3 space-y-3 pl-4">
                    <Facts>
                        <Fact name={<Trans>Purpose</Trans>}>{entry.purpose}</Fact>
                        <Fact name={<Trans>Kept</Trans>}>{entry.retention}</Fact>
                        <Fact name={<Trans>Table</Trans>}>
                            <span className="font-mono text-xs">{entry.table}</span>
                        </Fact>
                        {!entry.isOfStaff && (
                            <Fact name={<Trans>Given out</Trans>}>
                                {!entry.isFound ? (
                                    <Trans>no: nobody can find the rows of a person</Trans>
                                ) : withheld.length > 0 ? (
                                    <>
                                        <Trans>yes, without</Trans> {withheld.join(', ')}
                                    </>
                                ) : (
                                    <Trans>yes</Trans>
                                )}
                            </Fact>
                        )}
                        <Fact name={<Trans>Erasure</Trans>}>
                            <Erasure entry={entry} />
                        </Fact>
                    </Facts>
                    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
                        {columns.map(({ name, says }) => (
                            <div key={name} className="flex flex-wrap gap-x-2">
                                <dt className="font-mono text-xs">{name}</dt>
                                <dd className="text-muted-foreground">{says}</dd>
                            </div>
                        ))}
                    </dl>
                </div>
            </details>
        </li>
    );
}

function Erasure({ entry: { erasure, overwritten, keptBecause } }: { entry: Entry }) {
    switch (erasure) {
        case 'DELETION':
            return <Trans>deleted</Trans>;
        case 'OVERWRITING':
            return (
                <>
                    <Trans>kept without</Trans> {overwritten.join(', ')}. {keptBecause}
                </>
            );
        case 'NOTHING':
            return (
                <>
                    <Trans>none:</Trans> {keptBecause}
                </>
            );
    }
}
