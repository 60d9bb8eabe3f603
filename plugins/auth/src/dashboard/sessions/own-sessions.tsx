import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { api, Button } from '@vendure/dashboard';
import { useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { EndSessionsDialog, type Meant } from './end-sessions-dialog';
import { SessionList } from './session-list';
import { ownSessionsQuery, revokeOthersMutation, revokeOwnMutation } from './sessions.graphql';

const end = (meant: Meant) =>
    meant === 'all' ? api.mutate(revokeOthersMutation, {}) : api.mutate(revokeOwnMutation, { id: meant.id });

/** Where whoever is signed in is signed in. */
export function OwnSessions() {
    const [meant, setMeant] = useState<Meant>();
    const query = useAdminQuery(ownSessionsQuery, {});
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const { sessions } = query.data;
    return (
        <>
            <SessionList of={sessions} onEnd={setMeant} />
            {sessions.some(({ isCurrent }) => !isCurrent) && (
                <Button type="button" variant="outline" className="mt-4" onClick={() => setMeant('all')}>
                    <Trans>Sign out everywhere else…</Trans>
                </Button>
            )}
            {meant && <EndSessionsDialog meant={meant} end={end} onClose={() => setMeant(undefined)} />}
        </>
    );
}
