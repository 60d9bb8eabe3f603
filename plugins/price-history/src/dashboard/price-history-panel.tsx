import { Trans } from '@lingui/react/macro';
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

interface Entry {
    readonly id: string;
    readonly currencyCode: string;
    /** In minor units. */
    readonly price: number;
    readonly validFrom: string;
    readonly validTo: string | null;
}

const SHOWN = 10;

const document = /* GraphQL */ `
    query EfiPriceHistory($variantId: ID!, $take: Int!) {
        efiPriceHistory(productVariantId: $variantId, take: $take) {
            items {
                id
                currencyCode
                price
                validFrom
                validTo
            }
        }
    }
`;

/** The newest prices of a variant in the active channel. */
export function PriceHistoryPanel({ variantId }: { variantId: string }) {
    const { activeChannel } = useChannel();
    const history = useQuery({
        queryKey: ['efi-price-history', variantId, activeChannel?.id],
        queryFn: () =>
            api.query<{ efiPriceHistory: { items: Entry[] } }, { variantId: string; take: number }>(
                document,
                {
                    variantId,
                    take: SHOWN,
                },
            ),
    });
    if (history.isPending) {
        return <Skeleton className="h-16 w-full" />;
    }
    if (history.isError) {
        return (
            <div className="flex items-center gap-4" role="alert">
                <p className="text-destructive">
                    <Trans>The price history could not be loaded.</Trans>
                </p>
                <Button variant="outline" size="sm" onClick={() => void history.refetch()}>
                    <Trans>Try again</Trans>
                </Button>
            </div>
        );
    }
    const { items } = history.data.efiPriceHistory;
    return items.length > 0 ? (
        <Entries entries={items} />
    ) : (
        <p className="text-muted-foreground">
            <Trans>No prices in this channel yet</Trans>
        </p>
    );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
    const { formatCurrency, formatDate } = useLocalFormat();
    const moment = (date: string) => formatDate(date, { dateStyle: 'medium', timeStyle: 'short' });
    return (
        <Table>
            <TableHeader>
                <TableRow>
                    <TableHead>
                        <Trans>Price</Trans>
                    </TableHead>
                    <TableHead>
                        <Trans>From</Trans>
                    </TableHead>
                    <TableHead>
                        <Trans>Until</Trans>
                    </TableHead>
                </TableRow>
            </TableHeader>
            <TableBody>
                {entries.map(entry => (
                    <TableRow key={entry.id} className="tabular-nums">
                        <TableCell>{formatCurrency(entry.price, entry.currencyCode)}</TableCell>
                        <TableCell>{moment(entry.validFrom)}</TableCell>
                        <TableCell>
                            {entry.validTo ? moment(entry.validTo) : <Trans>in force</Trans>}
                        </TableCell>
                    </TableRow>
                ))}
            </TableBody>
        </Table>
    );
}
