import { Age, Fact, Facts, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { Amount } from '../shared/amount';
import type { VariantPricing } from './history.graphql';

/** What the engine knows about the variant, as far as it is known. */
export function VariantFacts({ pricing }: { pricing: VariantPricing }) {
    const { currencyCode, offerUntil, isLocked, competitors } = pricing;
    const amounts = [
        { name: <Trans>List price</Trans>, amount: pricing.listPrice },
        { name: <Trans>Price now</Trans>, amount: pricing.price },
        { name: <Trans>Cost (without tax)</Trans>, amount: pricing.cost },
        { name: <Trans>Floor</Trans>, amount: pricing.floor },
        { name: <Trans>Ceiling</Trans>, amount: pricing.ceiling },
        { name: <Trans>Manufacturer’s price</Trans>, amount: pricing.manufacturerPrice },
    ];
    return (
        <Facts>
            {amounts.map(
                ({ name, amount }, at) =>
                    amount !== null && (
                        <Fact key={at} name={name}>
                            <Amount amount={amount} currency={currencyCode} />
                        </Fact>
                    ),
            )}
            {offerUntil !== null && (
                <Fact name={<Trans>Holds until</Trans>}>
                    <Moment at={offerUntil} />
                </Fact>
            )}
            {isLocked && (
                <Fact name={<Trans>Locked</Trans>}>
                    <Badge variant="warning">
                        <Trans>No rule moves it</Trans>
                    </Badge>
                </Fact>
            )}
            {competitors.map(({ competitor, price, observedAt }) => (
                <Fact key={competitor} name={competitor}>
                    <Amount amount={price} currency={currencyCode} />{' '}
                    <span className="text-xs text-muted-foreground">
                        <Age at={observedAt} />
                    </span>
                </Fact>
            ))}
        </Facts>
    );
}
