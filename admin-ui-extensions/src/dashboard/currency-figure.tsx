import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import { salesChange } from './sales-change';
import type { SalesInCurrency } from './today-sales.query';

const arrows = { up: ArrowUp, down: ArrowDown, level: ArrowRight };
const colours = { up: 'text-success', down: 'text-destructive', level: 'text-muted-foreground' };

/** Revenue and orders in one currency, with last week's beside them. */
export function CurrencyFigure({ sales }: { sales: SalesInCurrency }) {
    const { t } = useLingui();
    const { formatCurrency } = useLocalFormat();
    const orders = sales.orders;
    const compared = formatCurrency(sales.comparedRevenue, sales.currencyCode);
    return (
        <div className="flex flex-wrap items-baseline gap-x-3 tabular-nums @md:block">
            <p className="flex items-baseline gap-3">
                <span className="font-semibold @md:text-2xl">
                    {formatCurrency(sales.revenue, sales.currencyCode)}
                </span>
                <Change revenue={sales.revenue} comparedRevenue={sales.comparedRevenue} />
            </p>
            <p className="text-sm text-muted-foreground">
                {t`${plural(orders, { one: '# order', other: '# orders' })}`}
                <span className="hidden @md:inline"> · {t`last week ${compared}`}</span>
            </p>
        </div>
    );
}

function Change(props: { revenue: number; comparedRevenue: number }) {
    const { t, i18n } = useLingui();
    const change = salesChange(props.revenue, props.comparedRevenue);
    if (change.kind === 'nothing-to-compare') {
        return null;
    }
    const Arrow = arrows[change.direction];
    const percent = i18n.number(change.ratio, { style: 'percent', maximumFractionDigits: 0 });
    const words = {
        up: t`${percent} more than last week`,
        down: t`${percent} less than last week`,
        level: t`as much as last week`,
    };
    return (
        <span
            className={`inline-flex items-center gap-0.5 text-sm font-medium ${colours[change.direction]}`}
            title={words[change.direction]}
        >
            <Arrow className="size-3.5" aria-hidden="true" />
            <span aria-hidden="true">{percent}</span>
            <span className="sr-only">{words[change.direction]}</span>
        </span>
    );
}
