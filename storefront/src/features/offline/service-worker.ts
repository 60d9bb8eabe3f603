/** Has pages that are seen kept, or no longer: then what is kept already is thrown away. Browsers without it go without. */
export async function keepPages(enabled: boolean): Promise<void> {
    if (!('serviceWorker' in navigator)) {
        return;
    }
    if (enabled) {
        await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
        return;
    }
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
        await registration.unregister();
    }
    for (const name of (await caches.keys()).filter(key => key.startsWith('efi-'))) {
        await caches.delete(name);
    }
}

/** Tells the service worker which page is seen, and what it has loaded since: its document doesn't name that. */
export async function tellSeen(address: string): Promise<void> {
    if ('serviceWorker' in navigator && navigator.onLine) {
        const { active } = await navigator.serviceWorker.ready;
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        active?.postMessage({ seen: address, files });
    }
}
