import { Trans } from '@lingui/react/macro';
import type { Feature } from '../shared/decision.types';
import { AttemptCounts, isAttemptCount } from './attempt-counts';
import { FeatureValue } from './feature-value';

/** Everything that rules and models could look at. What was not known is said, never shown as a zero. */
export function Evidence({ features }: { features: readonly Feature[] }) {
    return (
        <div className="space-y-6">
            <AttemptCounts features={features} />
            <dl className="grid gap-x-8 gap-y-1 text-sm lg:grid-cols-2">
                {features
                    .filter(({ name }) => !isAttemptCount(name))
                    .map(({ name, label, unit, value }) => (
                        <div key={name} className="flex justify-between gap-4 border-b py-1">
                            <dt className="text-muted-foreground">{label}</dt>
                            <dd className="text-right whitespace-nowrap tabular-nums">
                                <FeatureValue value={value} unit={unit} />
                            </dd>
                        </div>
                    ))}
            </dl>
            <p className="text-xs text-muted-foreground">
                <Trans>Counts stop at 200. Deviations are robust standard deviations from the median.</Trans>
            </p>
        </div>
    );
}
