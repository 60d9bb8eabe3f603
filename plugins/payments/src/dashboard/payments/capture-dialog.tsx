import { FormDialog } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { api, Input, Label, toast, useLocalFormat } from '@vendure/dashboard';
import { useId, useState } from 'react';
import { decimalsOf, useAmountFormat } from '../shared/amount';
import type { Amount } from '../shared/payment.types';
import { captureMutation } from '../shared/payments.graphql';
import { useRefresh } from '../shared/use-admin-query';

export interface CaptureDialogProps {
    /** Of Vendure's payment. */
    readonly paymentId: string;
    /** What can be taken at most. */
    readonly held: Amount;
    readonly canCapturePart: boolean;
    /** Whether the rest stays held after a part was taken. */
    readonly canCaptureAgain: boolean;
    readonly onClose: () => void;
}

/** Asks how much to take, and what becomes of the rest. */
export function CaptureDialog({
    paymentId,
    held,
    canCapturePart,
    canCaptureAgain,
    onClose,
}: CaptureDialogProps) {
    const { t } = useLingui();
    const { toMajorUnits, toMinorUnits } = useLocalFormat();
    const format = useAmountFormat();
    const refresh = useRefresh();
    const decimals = decimalsOf(held.currencyCode);
    const [amount, setAmount] = useState(toMajorUnits(held.value).toFixed(decimals));
    const [isLast, setIsLast] = useState(!canCaptureAgain);
    const value = toMinorUnits(Number(amount));
    const isTooMuch = value > held.value;
    const isPart = value < held.value;
    const captured = format({ ...held, value });
    const capture = async () => {
        const variables = { paymentId, amount: value, final: isPart ? isLast : true };
        const { captureEfiPayment: result } = await api.mutate(captureMutation, variables);
        await refresh();
        if (result.__typename === 'EfiCaptureError') {
            throw new Error(result.message);
        }
        toast.success(t`Captured ${captured}.`);
    };
    const field = useId();
    const limit = useId();
    return (
        <FormDialog
            title={<Trans>Capture</Trans>}
            description={
                <>
                    <Trans>{format(held)} of the shopper's money is held.</Trans>{' '}
                    {!canCapturePart && <Trans>This provider takes all of it at once.</Trans>}
                </>
            }
            confirmLabel={<Trans>Capture {captured}</Trans>}
            isComplete={!isTooMuch && value > 0}
            onConfirm={capture}
            onClose={onClose}
        >
            <div className="space-y-2">
                <Label htmlFor={field}>
                    <Trans>Amount in {held.currencyCode}</Trans>
                </Label>
                <Input
                    id={field}
                    type="number"
                    className="dark:scheme-dark"
                    inputMode="decimal"
                    required
                    autoFocus
                    min={(10 ** -decimals).toFixed(decimals)}
                    max={toMajorUnits(held.value).toFixed(decimals)}
                    step={(10 ** -decimals).toFixed(decimals)}
                    value={amount}
                    disabled={!canCapturePart}
                    aria-invalid={isTooMuch}
                    aria-describedby={isTooMuch ? limit : undefined}
                    onChange={event => setAmount(event.target.value)}
                />
                {isTooMuch && (
                    <p id={limit} role="alert" className="text-sm text-destructive">
                        <Trans>No more than {format(held)} can be captured.</Trans>
                    </p>
                )}
            </div>
            {isPart && canCaptureAgain && (
                <label className="flex items-center gap-2 text-sm">
                    <input
                        type="checkbox"
                        className="size-4 accent-primary"
                        checked={isLast}
                        onChange={event => setIsLast(event.target.checked)}
                    />
                    <Trans>This is the last capture: let go of the rest</Trans>
                </label>
            )}
            {isPart && isLast && (
                <p className="text-sm text-muted-foreground">
                    <Trans>The rest goes back to the shopper and can't be captured later.</Trans>
                </p>
            )}
        </FormDialog>
    );
}
