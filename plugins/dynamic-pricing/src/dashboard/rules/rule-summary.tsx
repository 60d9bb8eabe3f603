import { Plural, Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { Fragment } from 'react';
import type { Rule, RuleInput } from './rules.graphql';

/** A rule in a few words: what it does, and to how many. */
export function RuleSummary({ rule }: { rule: Rule }) {
    return (
        <span className="block min-w-36 whitespace-normal">
            <EffectText effect={rule.effect} />
            <span className="block text-xs text-muted-foreground">
                <ScopeText scope={rule.scope} />
                {rule.combines && (
                    <>
                        {' · '}
                        <Trans>combines</Trans>
                    </>
                )}
            </span>
        </span>
    );
}

function EffectText({ effect }: { effect: RuleInput['effect'] }) {
    const percent = useSignedPercent();
    const number = (name: string) => Number(effect[name] ?? 0);
    switch (effect.kind) {
        case 'end-of-season':
            return (
                <>
                    {percent(number('fromPercent'))} → {percent(number('toPercent'))}
                </>
            );
        case 'competitor': {
            const offset = percent(number('offsetPercent'));
            return effect.target === 'lowest' ? (
                <Trans>Lowest competitor {offset}</Trans>
            ) : (
                <Trans>Mean of competitors {offset}</Trans>
            );
        }
        case 'cost-plus': {
            const markup = percent(number('markupPercent'));
            return <Trans>Cost {markup}</Trans>;
        }
        case 'elasticity':
            return <Trans>Best price by elasticity</Trans>;
        default:
            return <>{percent(number('changePercent'))}</>;
    }
}

function ScopeText({ scope }: { scope: RuleInput['scope'] }) {
    const { variantIds = [], productIds = [], collectionIds = [], facetValueIds = [] } = scope;
    const parts = [
        {
            count: variantIds.length,
            text: <Plural value={variantIds.length} one="# variant" other="# variants" />,
        },
        {
            count: productIds.length,
            text: <Plural value={productIds.length} one="# product" other="# products" />,
        },
        {
            count: collectionIds.length,
            text: <Plural value={collectionIds.length} one="# collection" other="# collections" />,
        },
        {
            count: facetValueIds.length,
            text: <Plural value={facetValueIds.length} one="# facet value" other="# facet values" />,
        },
    ].filter(({ count }) => count > 0);
    return parts.length === 0 ? (
        <Trans>Everything</Trans>
    ) : (
        <>
            {parts.map(({ text }, at) => (
                <Fragment key={at}>
                    {at > 0 && ', '}
                    {text}
                </Fragment>
            ))}
        </>
    );
}

function useSignedPercent(): (percent: number) => string {
    const { formatNumber } = useLocalFormat();
    return percent => `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${formatNumber(Math.abs(percent))} %`;
}
