import { Choice, ReasonDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Button } from '@vendure/dashboard';
import { useState } from 'react';
import { orFail } from '../shared/or-fail';
import { type Glance, lookMutation } from './glance.graphql';
import { GlanceView } from './glance-view';
import { lookReasons } from './look-reasons';

/** What is kept of a customer, for who has said why they look. It is asked for anew at each visit of the page. */
export function CustomerData({ customerId }: { customerId: string }) {
    const { t } = useLingui();
    const [glance, setGlance] = useState<Glance>();
    const [isAsking, setIsAsking] = useState(false);
    const [reason, setReason] = useState('CUSTOMER_ASKED');
    if (glance) {
        return <GlanceView customerId={customerId} glance={glance} />;
    }
    return (
        <div className="space-y-3">
            <p className="text-sm text-muted-foreground">
                <Trans>
                    How much is kept of this customer and where, what they agreed to, and what they asked for.
                    Whoever looks says why.
                </Trans>
            </p>
            <Button type="button" variant="outline" size="sm" onClick={() => setIsAsking(true)}>
                <Trans>Look at it…</Trans>
            </Button>
            {isAsking && (
                <ReasonDialog
                    title={t`Why do you look at it?`}
                    description={
                        <p>
                            <Trans>Your name and the reason are written to the audit trail first.</Trans>
                        </p>
                    }
                    field={{
                        label: <Trans>In words</Trans>,
                        hint: <Trans>Such as the number of the case.</Trans>,
                    }}
                    confirmLabel={t`Look at it`}
                    onConfirm={async because => {
                        const input = { customerId, reason, because };
                        setGlance(orFail((await api.mutate(lookMutation, { input })).result));
                    }}
                    onClose={() => setIsAsking(false)}
                >
                    <Choice
                        label={<Trans>Reason</Trans>}
                        labels={lookReasons}
                        value={reason}
                        onChange={setReason}
                    />
                </ReasonDialog>
            )}
        </div>
    );
}
