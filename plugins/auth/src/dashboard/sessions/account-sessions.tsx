import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { api, Button, usePermissions } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { EndSessionsDialog, type Meant } from './end-sessions-dialog';
import { SessionList } from './session-list';
import type { AccountDocuments } from './sessions.graphql';

/** Where another account is signed in, on its page. */
export function AccountSessions({
    id,
    documents: { list, revoke, permission },
}: {
    id: string;
    documents: AccountDocuments;
}) {
    const { hasPermissions } = usePermissions();
    const [meant, setMeant] = useState<Meant>();
    const query = useAdminQuery(list, { of: id });
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const { sessions } = query.data;
    const mayEnd = hasPermissions([permission]);
    return (
        <>
            <SessionList of={sessions} onEnd={mayEnd ? setMeant : undefined} />
            {mayEnd && sessions.length > 0 && (
                <Button type="button" variant="outline" className="mt-4" onClick={() => setMeant('all')}>
                    <Trans>Sign out everywhere…</Trans>
                </Button>
            )}
            {meant && (
                <EndSessionsDialog
                    meant={meant}
                    end={which =>
                        api.mutate(revoke, { of: id, ...(which === 'all' ? {} : { id: which.id }) })
                    }
                    onClose={() => setMeant(undefined)}
                />
            )}
        </>
    );
}
