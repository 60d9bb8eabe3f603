import { Fact, LabelBadge, Moment, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useDisplayLocale } from '@vendure/dashboard';
import { AmountText } from '../shared/amount';
import type { DecisionDetail } from '../shared/decision.types';
import { labels, labelSources, outcomes } from '../shared/labels';
import { OrderLink } from '../shared/order-link';

/** What the decision is about, and where in the world it came from. */
export function DecisionFacts({ decision }: { decision: DecisionDetail }) {
    const label = useLabel();
    const { outcome, labelledBy } = decision;
    return (
        <dl className="space-y-4">
            <Fact name={<Trans>Order</Trans>}>
                <OrderLink of={decision} />
            </Fact>
            <Fact name={<Trans>Amount</Trans>}>
                <AmountText of={decision} />
            </Fact>
            <Fact name={<Trans>Tried</Trans>}>
                <Moment at={decision.createdAt} />
            </Fact>
            {outcome && <Fact name={<Trans>What became of it</Trans>}>{label(outcomes, outcome)}</Fact>}
            {decision.label && (
                <Fact name={<Trans>What it was</Trans>}>
                    <LabelBadge labels={labels} word={decision.label} />{' '}
                    {labelledBy && label(labelSources, labelledBy)}
                </Fact>
            )}
            <Fact name={<Trans>Billing country</Trans>}>
                <Country code={decision.billingCountry} />
            </Fact>
            <Fact name={<Trans>Shipping country</Trans>}>
                <Country code={decision.shippingCountry} />
            </Fact>
            <Fact name={<Trans>Country of the network</Trans>}>
                <Country code={decision.networkCountry} />
            </Fact>
            <Fact name={<Trans>Country of the card</Trans>}>
                <Country code={decision.cardCountry} />
            </Fact>
        </dl>
    );
}

function Country({ code }: { code: string | null }) {
    const { bcp47Tag } = useDisplayLocale();
    return code === null ? (
        <span className="text-muted-foreground">
            <Trans>not known</Trans>
        </span>
    ) : (
        (new Intl.DisplayNames([bcp47Tag], { type: 'region', fallback: 'code' }).of(code) ?? code)
    );
}
