import { LabelBadge, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Amount, PriceMove } from '../shared/amount';
import { decisionStates } from '../shared/labels';
import { FoldedTrace } from '../shared/folded-trace';
import type { Decision } from './runs.graphql';

/** Decisions with their reasons; to choose from when `chosen` is given. */
export function DecisionTable({
    decisions,
    chosen,
    onToggle,
}: {
    decisions: readonly Decision[];
    chosen?: ReadonlySet<string>;
    onToggle?: (id: string) => void;
}) {
    const { t } = useLingui();
    return (
        <RecordTable
            rows={decisions}
            none={<Trans>The run changed no price.</Trans>}
            columns={[
                ...(chosen && onToggle
                    ? [
                          {
                              title: null,
                              cell: ({ id, productVariantName: name }: Decision) => (
                                  <input
                                      type="checkbox"
                                      className="size-4 accent-primary"
                                      aria-label={t`Choose ${name}`}
                                      checked={chosen.has(id)}
                                      onChange={() => onToggle(id)}
                                  />
                              ),
                          },
                      ]
                    : []),
                {
                    title: <Trans>Variant</Trans>,
                    cell: ({ productVariantId, productVariantName, sku }) => (
                        <span className="block min-w-36 whitespace-normal">
                            <Link
                                to={`/product-variants/${productVariantId}`}
                                className="underline underline-offset-4"
                            >
                                {productVariantName}
                            </Link>
                            <span className="block text-xs text-muted-foreground">{sku}</span>
                        </span>
                    ),
                },
                {
                    title: <Trans>List price</Trans>,
                    cell: ({ listPrice, currencyCode }) => (
                        <Amount amount={listPrice} currency={currencyCode} />
                    ),
                },
                {
                    title: <Trans>Price before → after</Trans>,
                    cell: ({ previousPrice, price, currencyCode }) => (
                        <PriceMove from={previousPrice} to={price} currency={currencyCode} />
                    ),
                },
                ...(chosen
                    ? []
                    : [
                          {
                              title: <Trans>State</Trans>,
                              cell: ({ state }: Decision) => (
                                  <LabelBadge labels={decisionStates} word={state} />
                              ),
                          },
                      ]),
                {
                    title: <Trans>Why</Trans>,
                    cell: ({ trace, currencyCode }) => <FoldedTrace trace={trace} currency={currencyCode} />,
                },
            ]}
        />
    );
}
