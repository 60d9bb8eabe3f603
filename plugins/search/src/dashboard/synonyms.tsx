import { LoadFailed, Loading, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Input, PermissionGuard } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { DeleteSynonym } from './delete-synonym';
import { type Synonym, synonymsQuery } from './rules.graphql';
import { SynonymDialog } from './synonym-dialog';
import { textOf } from './terms-text';
import { useAdminQuery } from './use-admin-query';

/** From so many on, they can be looked through. */
const MANY = 8;

/** All groups of a language, and the way to change them. */
export function Synonyms({ languageCode }: { languageCode: string }) {
    const [edited, setEdited] = useState<Synonym | 'new'>();
    return (
        <div className="space-y-4">
            <PermissionGuard requires={['UpdateCatalog', 'UpdateProduct']}>
                <Button type="button" onClick={() => setEdited('new')}>
                    <PlusIcon className="size-4" aria-hidden />
                    <Trans>New synonyms</Trans>
                </Button>
            </PermissionGuard>
            <SynonymTable languageCode={languageCode} onEdit={setEdited} />
            {edited && (
                <SynonymDialog
                    languageCode={languageCode}
                    synonym={edited === 'new' ? undefined : edited}
                    onClose={() => setEdited(undefined)}
                />
            )}
        </div>
    );
}

function SynonymTable({
    languageCode,
    onEdit,
}: {
    languageCode: string;
    onEdit: (synonym: Synonym) => void;
}) {
    const { t } = useLingui();
    const [sought, setSought] = useState('');
    const synonyms = useAdminQuery(synonymsQuery, { languageCode });
    if (synonyms.isPending) {
        return <Loading />;
    }
    if (synonyms.isError) {
        return <LoadFailed query={synonyms} />;
    }
    const all = synonyms.data.efiSearchSynonyms;
    const isSought = ({ terms, meanings }: Synonym): boolean =>
        [...terms, ...meanings].some(term => term.toLowerCase().includes(sought.trim().toLowerCase()));
    return (
        <>
            {all.length >= MANY && (
                <Input
                    aria-label={t`Find synonyms`}
                    placeholder={t`Find synonyms`}
                    value={sought}
                    onChange={event => setSought(event.target.value)}
                />
            )}
            <RecordTable
                rows={all.length >= MANY ? all.filter(isSought) : all}
                none={
                    all.length > 0 ? (
                        <Trans>No synonyms have this in them.</Trans>
                    ) : (
                        <Trans>No synonyms yet. Shoppers find the words that products have.</Trans>
                    )
                }
                columns={[
                    {
                        title: <Trans>Terms</Trans>,
                        cell: synonym => <Terms synonym={synonym} />,
                    },
                    {
                        title: <span className="sr-only">{<Trans>Actions</Trans>}</span>,
                        cell: synonym => (
                            <PermissionGuard requires={['UpdateCatalog', 'UpdateProduct']}>
                                <span className="flex flex-wrap justify-end gap-2">
                                    <Button
                                        type="button"
                                        variant="outline"
                                        size="sm"
                                        aria-label={t`Change ${textOf(synonym.terms)}`}
                                        onClick={() => onEdit(synonym)}
                                    >
                                        <Trans>Change</Trans>
                                    </Button>
                                    <DeleteSynonym synonym={synonym} languageCode={languageCode} />
                                </span>
                            </PermissionGuard>
                        ),
                    },
                ]}
            />
        </>
    );
}

function Terms({ synonym: { terms, meanings } }: { synonym: Synonym }) {
    return (
        <span className="block break-words whitespace-normal">
            {textOf(terms)}
            {meanings.length > 0 && (
                <>
                    <span aria-hidden> → </span>
                    <span className="sr-only">
                        <Trans>leads to</Trans>{' '}
                    </span>
                    {textOf(meanings)}
                </>
            )}
        </span>
    );
}
