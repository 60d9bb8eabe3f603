import { useLingui } from '@lingui/react/macro';
import { createRelationSelectorConfig, MultiRelationInput, SingleRelationInput } from '@vendure/dashboard';
import { gql } from 'graphql-tag';
import type { ReactNode } from 'react';

/** Of any kind; each has its own of the fields. */
interface Entity {
    readonly id: string;
    readonly name?: string;
    readonly sku?: string;
    readonly facet?: { readonly name: string };
}

const variant = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiPricingVariants($options: ProductVariantListOptions) {
            productVariants(options: $options) {
                items {
                    id
                    name
                    sku
                }
                totalItems
            }
        }
    `,
    idKey: 'id',
    labelKey: 'name',
    label: ({ name, sku }) => (
        <span className="break-words">
            {name} <span className="text-muted-foreground">{sku}</span>
        </span>
    ),
});

const product = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiPricingProducts($options: ProductListOptions) {
            products(options: $options) {
                items {
                    id
                    name
                }
                totalItems
            }
        }
    `,
    idKey: 'id',
    labelKey: 'name',
});

const collection = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiPricingCollections($options: CollectionListOptions) {
            collections(options: $options) {
                items {
                    id
                    name
                }
                totalItems
            }
        }
    `,
    idKey: 'id',
    labelKey: 'name',
});

const facetValue = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiPricingFacetValues($options: FacetValueListOptions) {
            facetValues(options: $options) {
                items {
                    id
                    name
                    facet {
                        name
                    }
                }
                totalItems
            }
        }
    `,
    idKey: 'id',
    labelKey: 'name',
    label: ({ facet, name }) => `${facet?.name}: ${name}`,
});

const customerGroup = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiPricingCustomerGroups($options: CustomerGroupListOptions) {
            customerGroups(options: $options) {
                items {
                    id
                    name
                }
                totalItems
            }
        }
    `,
    idKey: 'id',
    labelKey: 'name',
});

const configs = { variant, product, collection, facetValue, customerGroup };

type EntityKind = keyof typeof configs;

/** Finds some of many by their names. */
export function EntitiesPicker({
    kind,
    label,
    value,
    onChange,
}: {
    kind: EntityKind;
    label: ReactNode;
    value: readonly string[];
    onChange: (ids: readonly string[]) => void;
}) {
    const { t } = useLingui();
    return (
        <div className="min-w-0 space-y-2" role="group">
            <span className="block text-sm font-medium">{label}</span>
            <MultiRelationInput<Entity>
                name={kind}
                onBlur={() => undefined}
                ref={() => undefined}
                value={[...value]}
                onChange={(ids: string[] | null) => onChange(ids ?? [])}
                config={configs[kind]}
                selectorLabel={t`Choose…`}
            />
        </div>
    );
}

/** Finds one of many by its name. Empty when none is chosen. */
export function EntityPicker({
    kind,
    label,
    value,
    onChange,
}: {
    kind: EntityKind;
    label: ReactNode;
    value: string;
    onChange: (id: string) => void;
}) {
    const { t } = useLingui();
    return (
        <div className="min-w-0 space-y-2" role="group">
            <span className="block text-sm font-medium">{label}</span>
            <SingleRelationInput<Entity>
                name={kind}
                onBlur={() => undefined}
                ref={() => undefined}
                value={value}
                onChange={(id: string | null) => onChange(id ?? '')}
                config={configs[kind]}
                selectorLabel={t`Choose…`}
            />
        </div>
    );
}
