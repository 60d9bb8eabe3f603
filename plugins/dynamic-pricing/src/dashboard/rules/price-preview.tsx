import { LoadFailed, Loading, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Amount, PriceMove } from '../shared/amount';
import { CurrencyChoice, useCurrency } from '../shared/currency-choice';
import { EntitiesPicker } from '../shared/entity-picker';
import { TraceWords } from '../shared/trace-words';
import { useAdminQuery } from '../shared/use-admin-query';
import { type PreviewInput, type PreviewOfPrice, previewQuery } from './preview.graphql';
import type { RuleInput } from './rules.graphql';

/** Long enough for whoever types, short enough to be live. */
const PAUSE_MS = 400;

/** What the draft would do to chosen products, as it is written. */
export function PricePreview({ draft, draftId }: { draft: RuleInput; draftId?: string }) {
    const currency = useCurrency();
    const [productVariantIds, choose] = useState<readonly string[]>(
        (draft.scope.variantIds ?? []).slice(0, 5).map(String),
    );
    const settled = useSettled(draft);
    return (
        <div className="space-y-4">
            <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
                <EntitiesPicker
                    kind="variant"
                    label={<Trans>Try it on</Trans>}
                    value={productVariantIds}
                    onChange={choose}
                />
                <CurrencyChoice {...currency} />
            </div>
            {productVariantIds.length === 0 ? (
                <p className="text-sm text-muted-foreground">
                    <Trans>Choose some variants to see their prices.</Trans>
                </p>
            ) : (
                <Answer
                    input={{
                        currencyCode: currency.currency,
                        productVariantIds,
                        // A preview needs no name; the server asks for one.
                        draft: { ...settled, name: settled.name.trim() || '–' },
                        ...(draftId === undefined ? {} : { draftId }),
                    }}
                />
            )}
        </div>
    );
}

/** The draft, once it has stayed the same for a moment. */
function useSettled(draft: RuleInput): RuleInput {
    const [settled, settle] = useState(draft);
    const written = JSON.stringify(draft);
    useEffect(() => {
        const timer = setTimeout(() => settle(JSON.parse(written) as RuleInput), PAUSE_MS);
        return () => clearTimeout(timer);
    }, [written]);
    return settled;
}

function Answer({ input }: { input: PreviewInput }) {
    const preview = useAdminQuery(previewQuery, { input });
    if (preview.isPending) {
        return <Loading />;
    }
    if (preview.isError) {
        return <LoadFailed query={preview} />;
    }
    const answer = preview.data.efiPricePreview;
    if (answer.__typename === 'EfiPricingRuleInvalidError') {
        return (
            <p role="status" className="text-sm text-destructive">
                {answer.message}
            </p>
        );
    }
    return <Previews items={answer.items} />;
}

function Previews({ items }: { items: readonly PreviewOfPrice[] }) {
    return (
        <RecordTable
            rows={items.map(item => ({ ...item, id: item.productVariantId }))}
            none={<Trans>None of these variants has a price in this currency.</Trans>}
            columns={[
                {
                    title: <Trans>Variant</Trans>,
                    cell: ({ productVariantName, sku }) => (
                        <span className="block min-w-36 whitespace-normal">
                            {productVariantName}
                            <span className="block text-xs text-muted-foreground">{sku}</span>
                        </span>
                    ),
                },
                {
                    title: <Trans>List price</Trans>,
                    cell: ({ trace, currencyCode }) => (
                        <Amount amount={trace.inputs.listPrice} currency={currencyCode} />
                    ),
                },
                {
                    title: <Trans>Price now → then</Trans>,
                    cell: ({ currentPrice, price, currencyCode }) => (
                        <PriceMove from={currentPrice} to={price} currency={currencyCode} />
                    ),
                },
                {
                    title: <Trans>Why</Trans>,
                    cell: ({ trace, currencyCode }) => <TraceWords trace={trace} currency={currencyCode} />,
                },
            ]}
        />
    );
}
