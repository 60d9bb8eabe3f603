import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@vendure/dashboard';
import type { Feature } from '../shared/decision.types';
import { FeatureValue } from './feature-value';

const subjects = {
    Customer: msg`Customer`,
    Email: msg`E-mail address`,
    Address: msg`Address`,
    Device: msg`Device`,
    Network: msg`Network`,
    Card: msg`Card`,
    Order: msg`This order`,
};

const windows = ['10m', '1h', '24h', '7d'] as const;

/** Whether a feature has its place in the table of attempts. */
export function isAttemptCount(name: string): boolean {
    return /^(attempts|declines)By/.test(name);
}

/** Attempts and declines, by whom and within which time. */
export function AttemptCounts({ features }: { features: readonly Feature[] }) {
    const { i18n, t } = useLingui();
    const byName = new Map(features.map(feature => [feature.name, feature]));
    const titles = { '10m': t`10 min`, '1h': t`1 h`, '24h': t`24 h`, '7d': t`7 days` };
    return (
        <Table>
            <TableHeader>
                <TableRow>
                    <TableHead>
                        <Trans>Attempts to pay</Trans>
                    </TableHead>
                    {windows.map(window => (
                        <TableHead key={window} className="text-right">
                            {titles[window]}
                        </TableHead>
                    ))}
                </TableRow>
            </TableHeader>
            <TableBody>
                {Object.entries(subjects).map(([subject, title]) => (
                    <TableRow key={subject}>
                        <TableHead scope="row" className="font-normal">
                            {i18n._(title)}
                        </TableHead>
                        {windows.map(window => (
                            <TableCell key={window} className="text-right tabular-nums">
                                <Counts
                                    attempts={byName.get(`attemptsBy${subject}${window}`)}
                                    declines={byName.get(`declinesBy${subject}${window}`)}
                                />
                            </TableCell>
                        ))}
                    </TableRow>
                ))}
            </TableBody>
        </Table>
    );
}

/** Nothing where a window is not counted at all. */
function Counts({ attempts, declines }: { attempts?: Feature; declines?: Feature }) {
    const declined = declines?.value;
    return (
        <>
            {attempts && <FeatureValue value={attempts.value} unit={attempts.unit} />}
            {declined ? (
                <span className="block text-xs text-destructive">
                    <Trans>{declined} declined</Trans>
                </span>
            ) : null}
        </>
    );
}
