import type { MessageDescriptor } from '@lingui/core';

/**
 * Words of the kit's own parts; the catalogue of the plugin that shows them has them in other languages. Each has the id
 * that Lingui gives its message, spelled out: the Dashboard's build replaces Lingui's macros in plugins only, and this
 * package is none.
 */
export const words = {
    cancel: { id: 'dEgA5A', message: 'Cancel' },
    keptWithYourName: { id: '3+RKNi', message: 'Kept with your name, for those who look at it later.' },
    loading: { id: 'yQE2r9', message: 'Loading' },
    reason: { id: 'VJScHU', message: 'Reason' },
    showMore: { id: 'ZC5H/L', message: 'Show more ({shown} of {total})' },
    notLoaded: { id: 'GvEixe', message: 'This could not be loaded.' },
    tryAgain: { id: 'KDw4GX', message: 'Try again' },
} satisfies Record<string, MessageDescriptor>;
