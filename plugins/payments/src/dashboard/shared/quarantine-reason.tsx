import { Trans } from '@lingui/react/macro';
import { useAmountFormat } from './amount';
import type { Amount, QuarantineFacts } from './payment.types';

interface Quarantined {
    /** In English, for what has no facts, or facts of a kind that is not known here. */
    readonly quarantineReason: string | null;
    readonly quarantine: QuarantineFacts | null;
}

/** What does not fit about a payment, in the reader's language. */
export function QuarantineReason({ of: { quarantine, quarantineReason } }: { of: Quarantined }) {
    const format = useAmountFormat();
    if (!quarantine) {
        return quarantineReason;
    }
    const { code, reference, other, detail } = quarantine;
    const said = (amount: Amount | null) => (amount ? format(amount) : '–');
    const there = said(quarantine.there);
    const here = said(quarantine.here);
    switch (code) {
        case 'second-payment':
            return (
                <Trans>
                    The provider has a second payment, {reference}, beside {other}.
                </Trans>
            );
        case 'belongs-to-another':
            return (
                <Trans>
                    The provider's payment {reference} carries the number of another one here, {other}.
                </Trans>
            );
        case 'other-currency':
            return (
                <Trans>
                    Movement {reference} is {there}, in another currency than the order.
                </Trans>
            );
        case 'movement-changed':
            return (
                <Trans>
                    Movement {reference} was {here} and is now {there}.
                </Trans>
            );
        case 'other-amount':
            return (
                <Trans>
                    The provider has {there}, the shopper agreed to {here}.
                </Trans>
            );
        case 'held-too-much':
            return (
                <Trans>
                    The provider holds {there}, more than the {here} that the shopper agreed to.
                </Trans>
            );
        case 'taken-too-much':
            return (
                <Trans>
                    The provider took {there}, more than the {here} that the shopper agreed to.
                </Trans>
            );
        case 'given-back-too-much':
            return (
                <Trans>
                    The provider gave back {there}, more than the {here} that it took.
                </Trans>
            );
        case 'return-refused':
            return <Trans>The provider refuses to give the money back, however often it is asked.</Trans>;
        case 'no-answer':
            return <Trans>The provider gave no clear answer for hours.</Trans>;
        case 'unfinished':
            return <Trans>It can't be finished: {detail}</Trans>;
        default:
            return quarantineReason;
    }
}
