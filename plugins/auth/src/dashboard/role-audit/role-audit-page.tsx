import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label, Page, PageBlock, PageLayout, PageTitle, Switch } from '@vendure/dashboard';
import { useId, useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { AuditList } from './audit-list';
import { DownloadCsv } from './download-csv';
import { matching } from './matching';
import { auditQuery } from './role-audit.graphql';

const SPANS = [30, 90, 180, 365];

/** Who may do what in the active channel, who used it last, and what could be taken away. */
export function RoleAuditPage() {
    const { t } = useLingui();
    const id = useId();
    const [unusedForDays, setDays] = useState(90);
    const [text, setText] = useState('');
    const [onlyUnused, setOnlyUnused] = useState(false);
    const audit = useAdminQuery(auditQuery, { unusedForDays });
    return (
        <Page pageId="efi-role-audit">
            <PageTitle>
                <Trans>Role audit</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="role-audit"
                    description={
                        <Trans>
                            Who may do what in the active channel, and when they did it last. What nobody uses
                            is better taken away: take the role away, or the permission from the role.
                        </Trans>
                    }
                >
                    <div className="mb-6 flex flex-wrap items-end gap-4">
                        <div className="space-y-2">
                            <Label htmlFor={`${id}-text`}>
                                <Trans>Person, role or permission</Trans>
                            </Label>
                            <Input
                                id={`${id}-text`}
                                type="search"
                                className="w-60"
                                value={text}
                                onChange={event => setText(event.target.value)}
                            />
                        </div>
                        <div className="space-y-2">
                            <Label htmlFor={`${id}-days`}>
                                <Trans>Not used for</Trans>
                            </Label>
                            <select
                                id={`${id}-days`}
                                value={unusedForDays}
                                onChange={event => setDays(Number(event.target.value))}
                                className="block h-9 rounded-md border border-input bg-background px-2 text-sm"
                            >
                                {SPANS.map(days => (
                                    <option key={days} value={days}>
                                        {t`${days} days`}
                                    </option>
                                ))}
                            </select>
                        </div>
                        <div className="flex h-9 items-center gap-2">
                            <Switch
                                id={`${id}-unused`}
                                checked={onlyUnused}
                                onCheckedChange={setOnlyUnused}
                            />
                            <Label htmlFor={`${id}-unused`}>
                                <Trans>Only what could be taken away</Trans>
                            </Label>
                        </div>
                        <DownloadCsv unusedForDays={unusedForDays} />
                    </div>
                    {audit.isPending ? (
                        <Loading />
                    ) : audit.isError ? (
                        <LoadFailed query={audit} />
                    ) : (
                        <AuditList of={matching(audit.data.efiRoleAudit, text, onlyUnused)} />
                    )}
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
