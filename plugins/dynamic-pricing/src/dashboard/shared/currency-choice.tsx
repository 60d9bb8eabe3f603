import { Trans } from '@lingui/react/macro';
import { useChannel } from '@vendure/dashboard';
import { useState } from 'react';
import { PlainSelect } from './plain-select';

/** Of the active channel; the default one first. */
export function useCurrency() {
    const { activeChannel } = useChannel();
    const [chosen, choose] = useState<string>();
    const codes = (activeChannel?.availableCurrencyCodes ?? []).map(String);
    const byDefault = String(activeChannel?.defaultCurrencyCode ?? codes[0] ?? 'USD');
    return { currency: chosen && codes.includes(chosen) ? chosen : byDefault, codes, choose };
}

/** Nothing, where a channel sells in one currency only. */
export function CurrencyChoice({ currency, codes, choose }: ReturnType<typeof useCurrency>) {
    return codes.length < 2 ? null : (
        <PlainSelect
            label={<Trans>Currency</Trans>}
            value={currency}
            options={codes.map(code => ({ value: code, text: code }))}
            onChange={choose}
        />
    );
}
