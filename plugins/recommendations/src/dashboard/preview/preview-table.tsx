import { RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useLocalFormat, VendureImage } from '@vendure/dashboard';
import { RuleBadge } from '../rules/rule-badge';
import { type Rule, rulesQuery } from '../rules/rules.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import type { PreviewItem } from './preview.graphql';
import { ReasonText } from './reason-text';

/** Each product with why it is there, and what rules did to its place. */
export function PreviewTable({ items }: { items: readonly PreviewItem[] }) {
    const { formatCurrency, formatNumber } = useLocalFormat();
    const rules = useAdminQuery(rulesQuery, {});
    const known = rules.data?.efiRecommendationRules ?? [];
    return (
        <RecordTable
            rows={items.map(item => ({ ...item, id: item.product.productId }))}
            none={null}
            columns={[
                { title: '#', cell: ({ rank }) => <span className="tabular-nums">{rank}</span> },
                { title: <Trans>Product</Trans>, cell: item => <ProductCell item={item} /> },
                {
                    title: <Trans>Why</Trans>,
                    cell: ({ reason }) => (
                        <span className="block min-w-40 whitespace-normal">
                            <ReasonText reason={reason} />
                        </span>
                    ),
                },
                { title: <Trans>Rules</Trans>, cell: item => <RulesCell item={item} rules={known} /> },
                {
                    title: <Trans>Place before rules</Trans>,
                    cell: ({ modelRank }) => <span className="tabular-nums">{modelRank ?? '–'}</span>,
                },
                {
                    title: <Trans>Score</Trans>,
                    cell: ({ score, modelRank }) => (
                        <span className="tabular-nums">
                            {modelRank === null ? '–' : formatNumber(Number(score.toPrecision(3)))}
                        </span>
                    ),
                },
                {
                    title: <Trans>Price with tax</Trans>,
                    cell: ({ product }) => (
                        <span className="whitespace-nowrap tabular-nums">
                            {formatCurrency(product.priceWithTax.min, product.currencyCode)}
                        </span>
                    ),
                },
            ]}
        />
    );
}

function ProductCell({ item: { product } }: { item: PreviewItem }) {
    return (
        <span className="flex min-w-48 items-center gap-3 whitespace-normal">
            <VendureImage
                asset={product.productAsset}
                preset="tiny"
                alt=""
                className="size-9 shrink-0 rounded object-cover"
            />
            <Link to={`/products/${product.productId}`} className="underline underline-offset-4">
                {product.productName}
            </Link>
        </span>
    );
}

function RulesCell({
    item: { ruleIds, isCostMissing },
    rules,
}: {
    item: PreviewItem;
    rules: readonly Rule[];
}) {
    return (
        <span className="flex max-w-64 flex-wrap gap-1 whitespace-normal">
            {rules
                .filter(({ id }) => ruleIds.includes(id))
                .map(rule => (
                    <RuleBadge key={rule.id} rule={rule} />
                ))}
            {isCostMissing && (
                <span className="text-xs text-muted-foreground">
                    <Trans>Cost unknown: the rule by margin has no effect on it.</Trans>
                </span>
            )}
        </span>
    );
}
