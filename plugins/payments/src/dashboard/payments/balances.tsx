import { Fact, Facts } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { AmountText } from '../shared/amount';
import type { Balances, PaymentSummary } from '../shared/payment.types';

/** What the shopper agreed to, and what became of it. Kinds that rarely occur show only when they did. */
export function BalanceFacts({ payment: { money, balances } }: { payment: PaymentSummary }) {
    return (
        <Facts>
            <Fact name={<Trans>Agreed to</Trans>}>
                <AmountText amount={money} />
            </Fact>
            <Balance name={<Trans>Authorised</Trans>} balances={balances} kind="authorised" />
            <Balance name={<Trans>Captured</Trans>} balances={balances} kind="captured" />
            <Balance name={<Trans>Refunded</Trans>} balances={balances} kind="refunded" isRare />
            <Balance name={<Trans>Voided</Trans>} balances={balances} kind="voided" isRare />
            <Balance name={<Trans>In dispute</Trans>} balances={balances} kind="disputed" isRare />
            <Balance name={<Trans>Still held</Trans>} balances={balances} kind="capturable" />
        </Facts>
    );
}

function Balance({
    name,
    balances,
    kind,
    isRare = false,
}: {
    name: ReactNode;
    balances: Balances;
    kind: Exclude<keyof Balances, 'currencyCode'>;
    isRare?: boolean;
}) {
    const value = balances[kind];
    return isRare && value === 0 ? null : (
        <Fact name={name}>
            <AmountText amount={{ value, currencyCode: balances.currencyCode }} />
        </Fact>
    );
}
