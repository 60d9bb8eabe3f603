import { Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import type { Unit } from '../shared/decision.types';

/** A feature's value in its unit, or that it was not known. */
export function FeatureValue({ value, unit }: { value: number | null; unit: Unit }) {
    const { formatNumber } = useLocalFormat();
    if (value === null) {
        return (
            <span className="text-muted-foreground italic">
                <Trans>not known</Trans>
            </span>
        );
    }
    const rounded = formatNumber(Math.round(value * 100) / 100);
    switch (unit) {
        case 'FLAG':
            return value > 0 ? <Trans>yes</Trans> : <Trans>no</Trans>;
        case 'SHARE':
            return `${formatNumber(Math.round(value * 100))} %`;
        case 'STEPS':
            return <Steps value={value} />;
        case 'HOUR':
            return <Trans>{rounded} o’clock</Trans>;
        case 'LOGARITHM':
            return formatNumber(Math.round(Math.expm1(value) * 100) / 100);
        case 'DEVIATIONS':
            return value > 0 ? `+${rounded}` : rounded;
        case 'COUNT':
        case 'DAYS':
            return rounded;
    }
}

function Steps({ value }: { value: number }) {
    switch (value) {
        case 0:
            return <Trans>the same</Trans>;
        case 1:
            return <Trans>another street</Trans>;
        case 2:
            return <Trans>another postal code</Trans>;
        default:
            return <Trans>another country</Trans>;
    }
}
