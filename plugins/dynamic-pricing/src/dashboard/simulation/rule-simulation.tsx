import { Loading, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import type { RuleInput } from '../rules/rules.graphql';
import { CurrencyChoice, useCurrency } from '../shared/currency-choice';
import { replayProblems, untoldReasons } from '../shared/labels';
import { ComparisonCharts } from './comparison-charts';
import { type Simulation, simulationQuery } from './simulation.graphql';

/** The rule, as it is written, over the shop's own past: asked on demand, since it reads two years of sales. */
export function RuleSimulation({ draft }: { draft: RuleInput }) {
    const currency = useCurrency();
    const simulation = useMutation({
        mutationFn: async () => {
            const named = { ...draft, name: draft.name.trim() || '–' };
            const input = { currencyCode: currency.currency, draft: named };
            const { efiPricingSimulation: result } = await api.query(simulationQuery, input);
            if (result.__typename === 'EfiPricingRuleInvalidError') {
                throw new Error(result.message);
            }
            return { result, currencyCode: input.currencyCode };
        },
    });
    return (
        <div className="space-y-4">
            <div className="flex flex-wrap items-end gap-4">
                <CurrencyChoice {...currency} />
                <Button variant="outline" disabled={simulation.isPending} onClick={() => simulation.mutate()}>
                    <Trans>Simulate over two years of sales</Trans>
                </Button>
            </div>
            {simulation.isPending && <Loading />}
            {simulation.error && (
                <p role="alert" className="text-sm text-destructive">
                    {simulation.error.message}
                </p>
            )}
            {simulation.data && !simulation.isPending && (
                <Answer simulation={simulation.data.result} currency={simulation.data.currencyCode} />
            )}
        </div>
    );
}

function Answer({ simulation, currency }: { simulation: Simulation; currency: string }) {
    const label = useLabel();
    const { told, variants, variantsTold, weeksReplayed, notReplayable, isPartial } = simulation;
    if (notReplayable !== null) {
        return <p role="status">{label(replayProblems, notReplayable)}</p>;
    }
    return (
        <div className="space-y-4">
            {told === null ? (
                <p role="status" className="font-medium">
                    <Trans>Insufficient data: no figure can be given.</Trans>
                </p>
            ) : (
                <ComparisonCharts comparison={told} currency={currency} />
            )}
            <p className="text-sm text-muted-foreground">
                <Trans>
                    Of {variants} variants with sales, {variantsTold} can tell; {weeksReplayed} weeks are
                    replayed.
                </Trans>{' '}
                {isPartial && <Trans>Only the variants that sold most are looked at.</Trans>}
            </p>
            <Untold simulation={simulation} />
        </div>
    );
}

function Untold({ simulation: { untold } }: { simulation: Simulation }) {
    const label = useLabel();
    return untold.length === 0 ? null : (
        <ul className="list-disc space-y-1 pl-5 text-sm text-muted-foreground">
            {untold.map(({ reason, variants }) => (
                <li key={reason}>
                    {label(untoldReasons, reason)}: {variants}
                </li>
            ))}
        </ul>
    );
}
