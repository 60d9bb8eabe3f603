import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Button, DashboardBaseWidget, Skeleton, useChannel, useLocalFormat } from '@vendure/dashboard';
import { CurrencyFigure } from './currency-figure';
import { fetchTodaySales, type TodaySales } from './today-sales.query';

const ONE_MINUTE = 60_000;

/** What the active channel sold today, against the same weekday last week until the same time. */
export function TodayWidget({ id }: { id: string }) {
    const { t } = useLingui();
    const { activeChannel } = useChannel();
    const sales = useQuery({
        queryKey: ['efi-today-sales', activeChannel?.id],
        queryFn: fetchTodaySales,
        refetchInterval: ONE_MINUTE,
    });
    return (
        <DashboardBaseWidget id={id} title={t`Today`} description={useComparison(sales.data)}>
            {sales.isPending ? (
                <Loading />
            ) : sales.isError ? (
                <Failed retry={() => void sales.refetch()} isRetrying={sales.isFetching} />
            ) : (
                <Figures sales={sales.data} />
            )}
        </DashboardBaseWidget>
    );
}

/** Says which two stretches of time the figures are of, on the store's clock. */
function useComparison(sales: TodaySales | undefined): string | undefined {
    const { t } = useLingui();
    const { formatDate } = useLocalFormat();
    if (!sales) {
        return undefined;
    }
    const { timeZone } = sales;
    const weekday = formatDate(sales.comparedUntil, { timeZone, weekday: 'long' });
    const time = formatDate(sales.until, {
        timeZone,
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
    });
    return t`Until ${time}, compared with last ${weekday} until then`;
}

function Figures({ sales }: { sales: TodaySales }) {
    const anyToday = sales.currencies.some(currency => currency.orders > 0);
    return (
        <div aria-live="polite" className="@container">
            {!anyToday && (
                <p className="mb-3 text-muted-foreground">
                    <Trans>No orders yet today</Trans>
                </p>
            )}
            <div className="flex flex-col gap-y-0.5 @md:flex-row @md:flex-wrap @md:gap-x-12 @md:gap-y-4">
                {sales.currencies.map(currency => (
                    <CurrencyFigure key={currency.currencyCode} sales={currency} />
                ))}
            </div>
        </div>
    );
}

function Loading() {
    const { t } = useLingui();
    return (
        <div className="flex gap-12" role="status" aria-label={t`Loading`}>
            <Skeleton className="h-14 w-40" />
            <Skeleton className="h-14 w-40" />
        </div>
    );
}

function Failed({ retry, isRetrying }: { retry: () => void; isRetrying: boolean }) {
    return (
        <div className="flex flex-wrap items-center gap-4" role="alert">
            <p className="text-destructive">
                <Trans>Today's figures could not be loaded.</Trans>
            </p>
            <Button variant="outline" size="sm" onClick={retry} disabled={isRetrying}>
                <Trans>Try again</Trans>
            </Button>
        </div>
    );
}
