import { Trans, useLingui } from '@lingui/react/macro';
import { Button, ChannelCodeLabel, PageBlock, PageLayout, PermissionGuard } from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { useMinorUnit } from '../shared/amount';
import type { Policy } from '../shared/decision.types';
import { formOf, thresholdsOf, toPolicy } from './policy-form';
import { Preview } from './preview';
import { SaveDialog } from './save-dialog';
import { ShadowSwitch } from './shadow-switch';
import { ThresholdFields } from './threshold-fields';
import { UnscoredFields } from './unscored-fields';

/** The thresholds of a channel, with what moving them would have done at their side. */
export function PolicyEditor({
    saved,
    channelCode,
    currency,
}: {
    saved: Policy;
    channelCode: string;
    currency: string;
}) {
    const { t } = useLingui();
    const minorUnit = useMinorUnit();
    const [form, setForm] = useState(() => formOf(saved, minorUnit));
    const [isSaving, setIsSaving] = useState(false);
    const wanted = toPolicy(form, minorUnit);
    const submit = (event: FormEvent) => {
        event.preventDefault();
        setIsSaving(true);
    };
    return (
        <PageLayout>
            <PageBlock
                column="main"
                blockId="thresholds"
                title={<Trans>From which score on</Trans>}
                description={
                    <Trans>
                        For orders placed in: <ChannelCodeLabel code={channelCode} />
                    </Trans>
                }
            >
                <form id="efi-fraud-policy" noValidate onSubmit={submit} className="space-y-6">
                    <ShadowSwitch form={form} onChange={setForm} />
                    <ThresholdFields form={form} onChange={setForm} />
                </form>
            </PageBlock>
            <PageBlock
                column="main"
                blockId="preview"
                title={<Trans>What it would have done</Trans>}
                description={
                    <Trans>
                        To the orders of the last 90 days by their scores alone, without what rules and lists
                        demand: now, and with what is entered here.
                    </Trans>
                }
            >
                <Preview saved={saved} wanted={thresholdsOf(form)} />
            </PageBlock>
            <PageBlock column="side" blockId="unscored" title={<Trans>Reviews and no score</Trans>}>
                <UnscoredFields form={form} currency={currency} onChange={setForm} />
            </PageBlock>
            <PageBlock column="side" blockId="save">
                <PermissionGuard requires={['EfiManageFraud']}>
                    <div className="space-y-3">
                        {!wanted && (
                            <p role="alert" className="text-sm text-destructive">
                                {thresholdsOf(form)
                                    ? t`An amount or a time is missing.`
                                    : t`Scores are whole numbers from 1 to 100, none below the one before it.`}
                            </p>
                        )}
                        <Button type="submit" form="efi-fraud-policy" disabled={!wanted}>
                            <Trans>Save…</Trans>
                        </Button>
                    </div>
                </PermissionGuard>
                {isSaving && wanted && (
                    <SaveDialog saved={saved} wanted={wanted} onClose={() => setIsSaving(false)} />
                )}
            </PageBlock>
        </PageLayout>
    );
}
