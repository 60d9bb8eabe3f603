import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import {
    api,
    Button,
    Skeleton,
    Table,
    TableBody,
    TableCell,
    TableHead,
    TableHeader,
    TableRow,
    useChannel,
    useLocalFormat,
} from '@vendure/dashboard';
import { actLabels } from './act-labels';

interface DayCount {
    /** Such as `2026-03-01`. */
    readonly day: string;
    readonly type: string;
    readonly consented: number;
    readonly withoutConsent: number;
}

const document = /* GraphQL */ `
    query EfiBehaviourCounts($days: Int!) {
        efiBehaviourCounts(days: $days) {
            day
            type
            consented
            withoutConsent
        }
    }
`;

export function DayCounts({ days }: { days: number }) {
    const { activeChannel } = useChannel();
    const counts = useQuery({
        queryKey: ['efi-behaviour-counts', activeChannel?.id, days],
        queryFn: () => api.query<{ efiBehaviourCounts: DayCount[] }, { days: number }>(document, { days }),
    });
    if (counts.isPending) {
        return <Skeleton className="h-40 w-full" />;
    }
    if (counts.isError) {
        return (
            <div className="flex items-center gap-4" role="alert">
                <p className="text-destructive">
                    <Trans>The counts could not be loaded.</Trans>
                </p>
                <Button variant="outline" size="sm" onClick={() => void counts.refetch()}>
                    <Trans>Try again</Trans>
                </Button>
            </div>
        );
    }
    const { efiBehaviourCounts } = counts.data;
    return efiBehaviourCounts.length > 0 ? (
        <CountTable counts={efiBehaviourCounts} />
    ) : (
        <p className="text-muted-foreground">
            <Trans>Nothing happened in this channel yet</Trans>
        </p>
    );
}

function CountTable({ counts }: { counts: readonly DayCount[] }) {
    const { i18n } = useLingui();
    const { formatDate, formatNumber } = useLocalFormat();
    return (
        <Table>
            <TableHeader>
                <TableRow>
                    <TableHead>
                        <Trans>Day</Trans>
                    </TableHead>
                    <TableHead>
                        <Trans>What shoppers did</Trans>
                    </TableHead>
                    <TableHead className="text-right">
                        <Trans>Recorded with consent</Trans>
                    </TableHead>
                    <TableHead className="text-right">
                        <Trans>Only counted</Trans>
                    </TableHead>
                </TableRow>
            </TableHeader>
            <TableBody>
                {counts.map(({ day, type, consented, withoutConsent }) => {
                    const label = actLabels[type];
                    return (
                        <TableRow key={`${day} ${type}`} className="tabular-nums">
                            <TableCell>{formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' })}</TableCell>
                            <TableCell>{label ? i18n._(label) : type}</TableCell>
                            <TableCell className="text-right">{formatNumber(consented)}</TableCell>
                            <TableCell className="text-right">{formatNumber(withoutConsent)}</TableCell>
                        </TableRow>
                    );
                })}
            </TableBody>
        </Table>
    );
}
