import { Fact, type Label, LabelBadge, Moment } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import type { Gateway } from '../shared/gateways.graphql';

const circuits: Readonly<Record<string, Label>> = {
    closed: { text: msg`Being called`, variant: 'success' },
    'half-open': { text: msg`Tried with one call`, variant: 'warning' },
    open: { text: msg`Not called for a while`, variant: 'destructive' },
};

export function ProviderCard({ gateway }: { gateway: Gateway }) {
    const { formatNumber } = useLocalFormat();
    const { name, calls, averageDuration, unsettled, lastError, lastErrorAt } = gateway;
    return (
        <article aria-label={name} className="h-full space-y-4 rounded-md border p-4">
            <header className="flex flex-wrap items-center justify-between gap-2">
                <h2 className="text-lg font-medium">{name}</h2>
                <LabelBadge labels={circuits} word={gateway.circuit} />
            </header>
            <dl className="grid grid-cols-2 gap-4">
                <Fact name={<Trans>Calls</Trans>}>{formatNumber(calls)}</Fact>
                <Fact name={<Trans>Answered</Trans>}>
                    <SuccessRate rate={gateway.successRate} />
                </Fact>
                <Fact name={<Trans>Average time</Trans>}>
                    {averageDuration === null ? '–' : `${formatNumber(averageDuration)} ms`}
                </Fact>
                <Fact name={<Trans>Payments under way</Trans>}>{formatNumber(unsettled)}</Fact>
            </dl>
            {lastError && (
                <dl>
                    <Fact
                        name={
                            <>
                                <Trans>Last error</Trans>,{' '}
                                {lastErrorAt && <Moment toTheSecond at={lastErrorAt} />}
                            </>
                        }
                    >
                        {lastError}
                    </Fact>
                </dl>
            )}
        </article>
    );
}

function SuccessRate({ rate }: { rate: number | null }) {
    const { formatNumber } = useLocalFormat();
    // Rounded down: 100 % means that every call was answered.
    return rate === null ? '–' : `${formatNumber(Math.floor(rate * 1000) / 10)} %`;
}
