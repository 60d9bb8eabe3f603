/** A line that is taken out of the cart, and what puts it back. */
export interface RemovedLine {
    readonly id: string;
    readonly variantId: string;
    readonly name: string;
    readonly quantity: number;
}

const REMOVED = 'efi-removed-from-cart';

/** Tells the page that a line is about to go. */
export function announceRemoved(line: RemovedLine): void {
    window.dispatchEvent(new CustomEvent(REMOVED, { detail: line }));
}

/** @returns What ends it. */
export function onRemoved(listener: (line: RemovedLine) => void): () => void {
    const hear = (event: Event) => event instanceof CustomEvent && listener(event.detail as RemovedLine);
    window.addEventListener(REMOVED, hear);
    return () => window.removeEventListener(REMOVED, hear);
}
