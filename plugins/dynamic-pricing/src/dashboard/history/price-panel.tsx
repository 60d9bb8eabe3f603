import { Choice, LoadFailed, Loading, Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import { CurrencyChoice, useCurrency } from '../shared/currency-choice';
import { TraceWords } from '../shared/trace-words';
import { Amount } from '../shared/amount';
import { useAdminQuery } from '../shared/use-admin-query';
import { courseQuery, type PriceStep } from './history.graphql';
import { PriceChart } from './price-chart';
import { VariantFacts } from './variant-facts';

const periods = {
    7: { text: msg`The last 7 days` },
    30: { text: msg`The last 30 days` },
    365: { text: msg`The last year` },
};

const DAY = 86_400_000;
const REASONS_SHOWN = 10;

/** How a variant's price went and why, on the variant's page. */
export function PricePanel({ variantId }: { variantId: string }) {
    const currency = useCurrency();
    const [days, setDays] = useState('30');
    // The same until another period is chosen, so that drawing again asks for the same.
    const { since, now } = useMemo(() => {
        const end = Date.now();
        return { since: end - Number(days) * DAY, now: end };
    }, [days]);
    const course = useAdminQuery(courseQuery, {
        id: variantId,
        currencyCode: currency.currency,
        since: new Date(since).toISOString(),
    });
    return (
        <div className="space-y-4">
            <div className="flex flex-wrap gap-4">
                <Choice label={<Trans>Period</Trans>} labels={periods} value={days} onChange={setDays} />
                <CurrencyChoice {...currency} />
            </div>
            {course.isPending ? (
                <Loading />
            ) : course.isError ? (
                <LoadFailed query={course} />
            ) : course.data.efiPriceCourse.length === 0 ? (
                <p className="text-sm text-muted-foreground">
                    <Trans>No price in this currency in the period.</Trans>
                </p>
            ) : (
                <>
                    <PriceChart
                        steps={course.data.efiPriceCourse}
                        from={since}
                        to={now}
                        currency={currency.currency}
                    />
                    <Reasons steps={course.data.efiPriceCourse} currency={currency.currency} />
                </>
            )}
            {course.data?.efiVariantPricing
                .filter(({ currencyCode }) => currencyCode === currency.currency)
                .map(pricing => (
                    <VariantFacts key={pricing.currencyCode} pricing={pricing} />
                ))}
        </div>
    );
}

/** What the chart shows, in words; the newest first. */
function Reasons({ steps, currency }: { steps: readonly PriceStep[]; currency: string }) {
    const newest = [...steps].reverse().slice(0, REASONS_SHOWN);
    return (
        <RecordTable
            rows={newest.map(step => ({ ...step, id: step.at }))}
            none={null}
            columns={[
                { title: <Trans>From</Trans>, cell: ({ at }) => <Moment at={at} /> },
                {
                    title: <Trans>Price</Trans>,
                    cell: ({ price }) => <Amount amount={price} currency={currency} />,
                },
                {
                    title: <Trans>Why</Trans>,
                    cell: ({ decision }) =>
                        decision ? (
                            <TraceWords trace={decision.trace} currency={currency} />
                        ) : (
                            <span className="text-sm text-muted-foreground">
                                <Trans>Set by hand, or the end of an offer</Trans>
                            </span>
                        ),
                },
            ]}
        />
    );
}
