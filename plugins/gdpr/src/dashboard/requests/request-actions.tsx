import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, PermissionGuard } from '@vendure/dashboard';
import { useState } from 'react';
import { ActDialog } from './act-dialog';
import type { Act, RequestDetail } from './requests.graphql';

const names: Readonly<Record<Act, MessageDescriptor>> = {
    VERIFY: msg`I know who asks…`,
    COMPLETE: msg`It is done…`,
    EXTEND: msg`Extend the deadline…`,
    RETRY: msg`Try again now…`,
    REFUSE: msg`Refuse…`,
    CANCEL: msg`Taken back by the customer…`,
};

const MAIN: readonly Act[] = ['VERIFY', 'COMPLETE', 'RETRY'];

/** What can be done about a request as it stands: the server says it. */
export function RequestActions({ request }: { request: RequestDetail }) {
    const { i18n } = useLingui();
    const [act, setAct] = useState<Act>();
    return (
        <PermissionGuard requires={['ManageEfiPrivacy']}>
            <div className="flex flex-wrap gap-2">
                {request.acts.map(possible => (
                    <Button
                        key={possible}
                        type="button"
                        size="sm"
                        variant={MAIN.includes(possible) ? 'default' : 'outline'}
                        onClick={() => setAct(possible)}
                    >
                        {i18n._(names[possible])}
                    </Button>
                ))}
            </div>
            {act && <ActDialog request={request} act={act} onClose={() => setAct(undefined)} />}
        </PermissionGuard>
    );
}
