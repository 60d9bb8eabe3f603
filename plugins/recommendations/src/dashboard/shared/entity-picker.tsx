import { useLingui } from '@lingui/react/macro';
import { createRelationSelectorConfig, SingleRelationInput } from '@vendure/dashboard';
import { gql } from 'graphql-tag';
import type { ReactNode } from 'react';

/** Of any kind; each has its own of the fields. */
interface Entity {
    readonly id: string;
    readonly name?: string;
    readonly facet?: { readonly name: string };
    readonly firstName?: string;
    readonly lastName?: string;
    readonly emailAddress?: string;
}

const product = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiRecommendationProducts($options: ProductListOptions) {
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
        query EfiRecommendationCollections($options: CollectionListOptions) {
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
        query EfiRecommendationFacetValues($options: FacetValueListOptions) {
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

const customer = createRelationSelectorConfig<Entity>({
    listQuery: gql`
        query EfiRecommendationCustomers($options: CustomerListOptions) {
            customers(options: $options) {
                items {
                    id
                    firstName
                    lastName
                    emailAddress
                }
                totalItems
            }
        }
    `,
    idKey: 'id',
    labelKey: 'emailAddress',
    buildSearchFilter: (term: string) => ({
        _or: [
            { emailAddress: { contains: term } },
            { lastName: { contains: term } },
            { firstName: { contains: term } },
        ],
    }),
    label: ({ firstName, lastName, emailAddress }) => (
        <span className="break-words">
            {firstName} {lastName} <span className="text-muted-foreground">{emailAddress}</span>
        </span>
    ),
});

const configs = { PRODUCT: product, COLLECTION: collection, FACET_VALUE: facetValue, CUSTOMER: customer };

export type EntityKind = keyof typeof configs;

/** Finds one of many by its name. Null when none is chosen. */
export function EntityPicker({
    kind,
    label,
    value,
    onChange,
}: {
    kind: EntityKind;
    label: ReactNode;
    value: string | null;
    onChange: (id: string | null) => void;
}) {
    const { t } = useLingui();
    return (
        <div className="min-w-0 space-y-2" role="group">
            <span className="block text-sm font-medium">{label}</span>
            <SingleRelationInput<Entity>
                key={kind}
                name={kind}
                onBlur={() => undefined}
                ref={() => undefined}
                value={value ?? ''}
                onChange={(id: string | null) => onChange(id)}
                config={configs[kind]}
                selectorLabel={t`Choose…`}
            />
        </div>
    );
}
