import { useLingui } from '@lingui/react/macro';
import { createRelationSelectorConfig, MultiRelationInput, SingleRelationInput } from '@vendure/dashboard';
import { gql } from 'graphql-tag';
import type { ReactNode } from 'react';
import { FieldProblem } from './text-field';

interface Entity {
    readonly id: string;
    readonly name: string;
}

const configs = {
    product: createRelationSelectorConfig<Entity>({
        listQuery: gql`
            query EfiContentProducts($options: ProductListOptions) {
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
    }),
    collection: createRelationSelectorConfig<Entity>({
        listQuery: gql`
            query EfiContentCollections($options: CollectionListOptions) {
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
    }),
};

interface Shared {
    readonly kind: keyof typeof configs;
    readonly label: ReactNode;
    readonly problem: string | undefined;
}

/** Finds some of many by their names. */
export function EntitiesPicker({
    kind,
    label,
    problem,
    value,
    onChange,
}: Shared & { value: readonly string[]; onChange: (ids: readonly string[]) => void }) {
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
            <FieldProblem problem={problem} />
        </div>
    );
}

/** Finds one of many by its name. Empty when none is chosen. */
export function EntityPicker({
    kind,
    label,
    problem,
    value,
    onChange,
}: Shared & { value: string; onChange: (id: string) => void }) {
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
            <FieldProblem problem={problem} />
        </div>
    );
}
