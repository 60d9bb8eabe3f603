import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input } from '@vendure/dashboard';
import { useState } from 'react';
import type { Unit } from '../shared/decision.types';
import { useAdminQuery } from '../shared/use-admin-query';
import { featuresQuery } from './rules.graphql';

const units = {
    COUNT: msg`count, up to 200`,
    DAYS: msg`days`,
    FLAG: msg`0 or 1`,
    SHARE: msg`share, 0 to 1`,
    DEVIATIONS: msg`robust standard deviations`,
    HOUR: msg`hour, 0 to 23`,
    STEPS: msg`0 same, 1 street, 2 postal code, 3 country`,
    LOGARITHM: msg`ln(1 + amount)`,
} satisfies Record<Unit, unknown>;

/** All features with their units, to be looked through and put into the expression. */
export function FeatureList({ onChoose }: { onChoose: (name: string) => void }) {
    const { i18n, t } = useLingui();
    const [term, setTerm] = useState('');
    const features = useAdminQuery(featuresQuery, { language: i18n.locale });
    if (features.isPending) {
        return <Loading />;
    }
    if (features.isError) {
        return <LoadFailed query={features} />;
    }
    const wanted = features.data.efiFraudFeatures.filter(({ name, label }) =>
        `${name} ${label}`.toLowerCase().includes(term.trim().toLowerCase()),
    );
    return (
        <div className="space-y-3">
            <Input
                type="search"
                aria-label={t`Search features`}
                placeholder={t`Search features`}
                value={term}
                onChange={event => setTerm(event.target.value)}
            />
            <ul className="max-h-[32rem] space-y-1 overflow-y-auto">
                {wanted.map(({ name, label, unit }) => (
                    <li key={name}>
                        <button
                            type="button"
                            className="w-full rounded-md p-2 text-left hover:bg-muted focus-visible:bg-muted"
                            onClick={() => onChoose(name)}
                        >
                            <code className="block text-xs break-words">{name}</code>
                            <span className="block text-sm">{label}</span>
                            <span className="block text-xs text-muted-foreground">{i18n._(units[unit])}</span>
                        </button>
                    </li>
                ))}
            </ul>
            {wanted.length === 0 && (
                <p className="text-sm text-muted-foreground">
                    <Trans>No feature is called so.</Trans>
                </p>
            )}
        </div>
    );
}
