import { Choice, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Input, Label } from '@vendure/dashboard';
import { useEffect, useId, useState } from 'react';
import { EntityPicker } from '../shared/entity-picker';
import { placements, placementUses } from '../shared/labels';
import type { PreviewInput } from './preview.graphql';

const LONGEST = 24;

/** Asks only for what the placement needs, and answers as soon as that is there. */
export function PreviewForm({ onAsk }: { onAsk: (input: PreviewInput) => void }) {
    const label = useLabel();
    const [placement, setPlacement] = useState('TRENDING');
    const [productId, setProductId] = useState<string | null>(null);
    const [customerId, setCustomerId] = useState<string | null>(null);
    const [orderCode, setOrderCode] = useState('');
    const [take, setTake] = useState('8');
    const [order, places] = [useId(), useId()];
    const needsProduct = placement === 'SIMILAR' || placement === 'BOUGHT_TOGETHER';
    const needsOrder = placement === 'AFTER_PURCHASE';
    const isReady = (!needsProduct || productId !== null) && (!needsOrder || orderCode.trim() !== '');
    useEffect(() => {
        onAsk({
            placement,
            take: isReady ? Math.min(LONGEST, Math.max(1, Math.round(Number(take)) || 1)) : 0,
            ...(needsProduct && productId !== null ? { productId } : {}),
            ...(needsOrder ? { orderCode: orderCode.trim() } : {}),
            ...(customerId === null ? {} : { customerId }),
        });
    }, [placement, productId, customerId, orderCode, take, isReady, needsProduct, needsOrder]);
    return (
        <div className="space-y-4">
            <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
                <div className="w-full sm:w-60">
                    <Choice
                        label={<Trans>Placement</Trans>}
                        labels={placements}
                        value={placement}
                        onChange={setPlacement}
                    />
                </div>
                {needsProduct && (
                    <EntityPicker
                        kind="PRODUCT"
                        label={<Trans>Product</Trans>}
                        value={productId}
                        onChange={setProductId}
                    />
                )}
                {needsOrder && (
                    <div className="space-y-2">
                        <Label htmlFor={order}>
                            <Trans>Order code</Trans>
                        </Label>
                        <Input
                            id={order}
                            value={orderCode}
                            onChange={event => setOrderCode(event.target.value)}
                        />
                    </div>
                )}
                <EntityPicker
                    kind="CUSTOMER"
                    label={<Trans>Customer (nobody, when left out)</Trans>}
                    value={customerId}
                    onChange={setCustomerId}
                />
                <div className="w-24 space-y-2">
                    <Label htmlFor={places}>
                        <Trans>Places</Trans>
                    </Label>
                    <Input
                        id={places}
                        type="number"
                        min="1"
                        max={LONGEST}
                        className="dark:scheme-dark"
                        value={take}
                        onChange={event => setTake(event.target.value)}
                    />
                </div>
            </div>
            <p className="text-sm text-muted-foreground">{label(placementUses, placement)}</p>
        </div>
    );
}
