import { ActError } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, Button, PageBlock, PageLayout, PermissionGuard, toast } from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { ChosenProducts } from './chosen-products';
import { FindProduct } from './find-product';
import { Preview } from './preview';
import { useRequireSaved } from './problems';
import { type ArrangedProduct, createArrangementMutation, updateArrangementMutation } from './rules.graphql';
import { TextField } from './text-field';
import { useRefresh } from './use-admin-query';

/** What is edited. Without an id, it is new. */
interface Draft {
    readonly id?: string;
    readonly languageCode: string;
    readonly term: string;
    readonly pinned: readonly ArrangedProduct[];
    readonly hidden: readonly ArrangedProduct[];
}

const idsOf = (products: readonly ArrangedProduct[]): string[] => products.map(({ id }) => id);
const without = (products: readonly ArrangedProduct[], id: string): ArrangedProduct[] =>
    products.filter(product => product.id !== id);

export function ArrangementEditor({ known }: { known: Draft }) {
    const { t } = useLingui();
    const [draft, setDraft] = useState(known);
    const { languageCode, term, pinned, hidden } = draft;
    const input = { languageCode, term, pinnedIds: idsOf(pinned), hiddenIds: idsOf(hidden) };
    const save = useSave(known.id, input);
    const pin = (product: ArrangedProduct) =>
        setDraft({
            ...draft,
            pinned: [...without(pinned, product.id), product],
            hidden: without(hidden, product.id),
        });
    const hide = (product: ArrangedProduct) =>
        setDraft({
            ...draft,
            pinned: without(pinned, product.id),
            hidden: [...without(hidden, product.id), product],
        });
    const actions = (product: ArrangedProduct) => (
        <span className="flex gap-2">
            <Button
                type="button"
                variant="outline"
                size="sm"
                aria-label={t`Pin ${product.name}`}
                disabled={input.pinnedIds.includes(product.id)}
                onClick={() => pin(product)}
            >
                <Trans>Pin</Trans>
            </Button>
            <Button
                type="button"
                variant="ghost"
                size="sm"
                aria-label={t`Leave out ${product.name}`}
                disabled={input.hiddenIds.includes(product.id)}
                onClick={() => hide(product)}
            >
                <Trans>Leave out</Trans>
            </Button>
        </span>
    );
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    return (
        <PageLayout>
            <PageBlock column="main" blockId="arrangement">
                <form noValidate onSubmit={submit} className="space-y-6">
                    <TextField
                        label={<Trans>Term</Trans>}
                        hint={
                            <Trans>Exactly this one. Accents, capital letters and spaces don’t count.</Trans>
                        }
                        value={term}
                        maxLength={100}
                        onChange={changed => setDraft({ ...draft, term: changed })}
                    />
                    <ChosenProducts
                        title={<Trans>Pinned, the first one first</Trans>}
                        none={<Trans>None. Pin what is found, or any other product.</Trans>}
                        products={pinned}
                        isOrdered
                        onChange={changed => setDraft({ ...draft, pinned: changed })}
                    />
                    <ChosenProducts
                        title={<Trans>Left out</Trans>}
                        none={<Trans>None.</Trans>}
                        products={hidden}
                        onChange={changed => setDraft({ ...draft, hidden: changed })}
                    />
                    <FindProduct actions={actions} />
                    <ActError error={save.error} />
                    <PermissionGuard requires={['UpdateCatalog', 'UpdateProduct']}>
                        <Button
                            type="submit"
                            disabled={
                                save.isPending || term.trim() === '' || pinned.length + hidden.length === 0
                            }
                        >
                            <Trans>Save</Trans>
                        </Button>
                    </PermissionGuard>
                </form>
            </PageBlock>
            <PageBlock
                column="side"
                blockId="preview"
                title={<Trans>What shoppers find</Trans>}
                description={<Trans>With what is not saved yet, and without filters.</Trans>}
            >
                <Preview
                    input={input}
                    actions={({ productId, productName }) =>
                        actions({ id: productId, name: productName, enabled: true })
                    }
                />
            </PageBlock>
        </PageLayout>
    );
}

function useSave(
    id: string | undefined,
    input: { languageCode: string; term: string; pinnedIds: string[]; hiddenIds: string[] },
) {
    const { t } = useLingui();
    const refresh = useRefresh();
    const navigate = useNavigate();
    const requireSaved = useRequireSaved();
    return useMutation({
        mutationFn: async () => {
            requireSaved(
                id
                    ? (await api.mutate(updateArrangementMutation, { id, input })).updateEfiSearchArrangement
                    : (await api.mutate(createArrangementMutation, { input })).createEfiSearchArrangement,
            );
            await refresh();
        },
        onSuccess: () => {
            toast.success(t`Saved. Shoppers find it so from now on.`);
            void navigate({ to: '/search-rules' });
        },
    });
}
