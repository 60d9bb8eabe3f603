'use client';

import { useEffect, useState, type ComponentType } from 'react';
import type { OfflineProps } from './offline-work';

/** What works without the shop, loaded after what is seen first. A page that can't have it works all the same. */
export function OfflineSupport(props: OfflineProps) {
    const [Work, setWork] = useState<ComponentType<OfflineProps>>();
    useEffect(() => {
        import('./offline-work').then(
            ({ OfflineWork }) => setWork(() => OfflineWork),
            () => undefined,
        );
    }, []);
    return Work && <Work {...props} />;
}
