import { Trans } from '@lingui/react/macro';
import { EntitiesPicker } from '../shared/entity-picker';
import type { RuleForm, ScopeName } from './rule-form';

/** What the rule is about. Each list that has something in it has to match. */
export function ScopeFields({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }) {
    const set = (name: ScopeName) => (ids: readonly string[]) =>
        onChange({ ...form, scope: { ...form.scope, [name]: ids } });
    return (
        <fieldset className="space-y-3">
            <legend className="mb-2 text-sm font-medium">
                <Trans>What it is about</Trans>
            </legend>
            <p className="text-xs text-muted-foreground">
                <Trans>Everything, while nothing is chosen. Every list that is used has to match.</Trans>
            </p>
            <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
                <EntitiesPicker
                    kind="collection"
                    label={<Trans>Collections</Trans>}
                    value={form.scope.collectionIds}
                    onChange={set('collectionIds')}
                />
                <EntitiesPicker
                    kind="facetValue"
                    label={<Trans>Facet values</Trans>}
                    value={form.scope.facetValueIds}
                    onChange={set('facetValueIds')}
                />
                <EntitiesPicker
                    kind="product"
                    label={<Trans>Products</Trans>}
                    value={form.scope.productIds}
                    onChange={set('productIds')}
                />
                <EntitiesPicker
                    kind="variant"
                    label={<Trans>Variants</Trans>}
                    value={form.scope.variantIds}
                    onChange={set('variantIds')}
                />
            </div>
        </fieldset>
    );
}
