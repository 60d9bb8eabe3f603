import { Trans } from '@lingui/react/macro';
import { Switch } from '@vendure/dashboard';
import { Eye, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { PolicyForm } from './policy-form';

export function ShadowSwitch({ form, onChange }: { form: PolicyForm; onChange: (form: PolicyForm) => void }) {
    const id = useId();
    return (
        <div className="space-y-2 rounded-lg border p-4">
            <div className="flex items-center justify-between gap-4">
                <label htmlFor={id} className="font-medium">
                    <Trans>Shadow mode</Trans>
                </label>
                <Switch
                    id={id}
                    checked={form.shadow}
                    onCheckedChange={shadow => onChange({ ...form, shadow })}
                />
            </div>
            <p className="flex gap-2 text-sm text-muted-foreground">
                {form.shadow ? (
                    <>
                        <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
                        <Trans>
                            Decisions are made and kept, and every payment is let through, also those of cards
                            that are being tested and of people on the block list.
                        </Trans>
                    </>
                ) : (
                    <>
                        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
                        <Trans>
                            Payments are really stepped up, held and refused. Each refusal of a good customer
                            is a lost order: look at the preview first.
                        </Trans>
                    </>
                )}
            </p>
        </div>
    );
}
