/** When the page that is shown was kept, for one that the service worker gave because the shop could not be reached. */
export function keptAt(): Date | undefined {
    const kept = Number(document.documentElement.dataset['kept']);
    return kept > 0 ? new Date(kept) : undefined;
}

/** Whether an act would come to nothing: there is no network, or the shop gave no answer when this page was asked for. */
export function isUnreachable(): boolean {
    return !navigator.onLine || keptAt() !== undefined;
}
